import { type Observable, of } from 'rxjs';
import type { Machine } from '../src/machine.ts';
import type { PortFiles, SerialPortInfo } from '../src/port-files.ts';
import type { HangUp, HangUpPoller, ModemLines, OpenOptions, PortHandle, SerialModule } from '../src/serial-module.ts';

type Listener = (error: HangUp | null) => void;
const canceled = () => Object.assign(new Error('Canceled'), { canceled: true });

/** An open port of the binding of `serialport` 13, as runs on real pseudo terminals showed it. */
export class FakePort implements PortHandle {
  readonly options: OpenOptions;
  readonly calls: string[] = [];
  readonly wire: number[] = [];
  /** How many bytes the kernel takes before it makes the writer wait. */
  room = Number.POSITIVE_INFINITY;
  /** What a call answers with in place of what it would do. */
  readonly refuses: { close?: Promise<void>; flush?: Promise<void>; set?: Promise<void> } = {};
  #waiting:
    | { readonly bytes: readonly number[]; readonly done: () => void; readonly fail: (e: Error) => void }
    | undefined;
  #reader: { readonly done: (bytes: readonly number[]) => void; readonly fail: (error: Error) => void } | undefined;
  readonly #unread: number[][] = [];
  readonly #listeners = new Set<Listener>();

  constructor(options: OpenOptions) {
    this.options = options;
  }

  readonly poller: HangUpPoller = {
    once: (_event, listener) => this.#listeners.add(listener),
    off: (_event, listener) => this.#listeners.delete(listener),
  };

  get isOpen(): boolean {
    return !this.calls.includes('close');
  }

  get isWatched(): boolean {
    return this.#listeners.size > 0;
  }

  read(buffer: Buffer): Promise<{ readonly bytesRead: number }> {
    if (this.#reader) throw new Error('two reads at once');
    const bytes = new Promise<readonly number[]>((done, fail) => {
      this.#reader = { done, fail };
      const next = this.#unread.shift();
      if (next) this.#answer(next);
    });
    return bytes.then((read) => {
      buffer.set(read);
      return { bytesRead: read.length };
    });
  }

  write(buffer: Buffer): Promise<void> {
    if (this.#waiting) throw new Error('two writes at once');
    return new Promise((done, fail) => {
      this.#waiting = { bytes: [...buffer], done, fail };
      this.#take();
    });
  }

  set(lines: ModemLines): Promise<void> {
    this.calls.push(`set dtr ${lines.dtr} rts ${lines.rts}`);
    return this.refuses.set ?? Promise.resolve();
  }

  flush(): Promise<void> {
    this.calls.push('flush');
    return this.refuses.flush ?? Promise.resolve();
  }

  close(): Promise<void> {
    this.calls.push('close');
    this.#fail(canceled());
    return this.refuses.close ?? Promise.resolve();
  }

  /** The other end sends. */
  say(...bytes: number[]): void {
    if (this.#reader) this.#answer(bytes);
    else this.#unread.push(bytes);
  }

  /** The other end takes so many bytes more. */
  take(bytes: number): void {
    this.room += bytes;
    this.#take();
  }

  /** The other end goes. `how`: who notices. */
  pull(how: 'poller' | 'read' | 'write' | 'all' = 'all'): void {
    const error = new Error('EIO: i/o error');
    if (how === 'poller' || how === 'all') for (const listener of [...this.#listeners]) listener(null);
    if (how === 'read' || how === 'all') this.#reader?.fail(error);
    if (how === 'write' || how === 'all') this.#waiting?.fail(error);
  }

  #answer(bytes: readonly number[]): void {
    const reader = this.#reader;
    this.#reader = undefined;
    reader?.done(bytes);
  }

  #take(): void {
    const waiting = this.#waiting;
    if (!waiting || waiting.bytes.length > this.room) return;
    this.#waiting = undefined;
    this.room -= waiting.bytes.length;
    this.wire.push(...waiting.bytes);
    waiting.done();
  }

  #fail(error: Error): void {
    for (const listener of [...this.#listeners]) listener(error);
    this.#reader?.fail(error);
    this.#waiting?.fail(error);
  }
}

/** A machine with serial ports that are made of code. */
export class FakeSerial implements SerialModule {
  readonly opened: FakePort[] = [];
  /** What `open` fails with, first come first. */
  readonly refusals: string[] = [];
  readonly infos: SerialPortInfo[] = [];
  /** What a path leads to, where that is another. */
  readonly links = new Map<string, string>();
  readonly identities = new Map<string, string>();
  held: readonly string[] = [];
  groupName: string | undefined = 'dialout';
  /** How the next port is. */
  prepare: (port: FakePort) => void = () => undefined;

  get machine(): Machine {
    return { load: (): Observable<SerialModule> => of(this), files: this.files };
  }

  readonly files: PortFiles = {
    ports: () => this.infos,
    target: (path) => this.links.get(path) ?? (this.identities.has(path) ? path : undefined),
    identity: (path) => this.identities.get(this.links.get(path) ?? path),
    holders: () => this.held,
    group: () => this.groupName,
  };

  /** Something is at a path now. */
  plug(path: string, info?: Omit<SerialPortInfo, 'path'>): void {
    this.identities.set(path, `${path} ${Math.random()}`);
    if (info) this.infos.push({ path, ...info });
  }

  unplug(path: string): void {
    this.identities.delete(path);
    const index = this.infos.findIndex((info) => info.path === path);
    if (index >= 0) this.infos.splice(index, 1);
  }

  open(options: OpenOptions): Promise<FakePort> {
    const refusal = this.refusals.shift();
    if (refusal !== undefined) return Promise.reject(new Error(refusal));
    const port = new FakePort(options);
    this.prepare(port);
    this.opened.push(port);
    return Promise.resolve(port);
  }
}
