import headless from '@xterm/headless';
import type { ScreenInput, ScreenOutput } from '../src/streams.ts';

/** What one cell of the terminal looks like: colours as 0xRRGGBB, `undefined` for the terminal's own. */
export interface SeenCell {
  readonly letter: string;
  readonly ink: number | undefined;
  readonly paper: number | undefined;
  readonly inverted: boolean;
}

/** Keys of a keyboard that nobody but the test touches. */
export class VirtualKeyboard implements ScreenInput {
  readonly isTTY: boolean;
  isRaw = false;
  readableFlowing: boolean | null = null;
  readonly listeners = new Set<(bytes: Uint8Array) => void>();

  constructor(isTTY = true) {
    this.isTTY = isTTY;
  }

  setRawMode(raw: boolean): void {
    this.isRaw = raw;
  }
  on(_event: 'data', listener: (bytes: Uint8Array) => void): void {
    this.listeners.add(listener);
  }
  off(_event: 'data', listener: (bytes: Uint8Array) => void): void {
    this.listeners.delete(listener);
  }
  resume(): void {
    this.readableFlowing = true;
  }
  pause(): void {
    this.readableFlowing = false;
  }
  type(text: string): void {
    for (const listener of [...this.listeners]) listener(new TextEncoder().encode(text));
  }
}

/** An independent terminal (xterm.js without a window) at the end of an output stream. */
export class VirtualTerminal implements ScreenOutput {
  readonly isTTY = true;
  readonly written: string[] = [];
  readonly #terminal: InstanceType<typeof headless.Terminal>;
  readonly #listeners = new Map<string, Set<(error: Error) => void>>();
  readonly #held: (() => void)[] = [];
  /** When set, nothing is told to have gone until `release`. */
  slow = false;
  /** When set, writes fail with it. */
  broken: Error | undefined;

  constructor(columns: number, rows: number) {
    this.#terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
  }

  get columns(): number {
    return this.#terminal.cols;
  }
  get rows(): number {
    return this.#terminal.rows;
  }

  write(text: string, done: (error?: Error | null) => void): boolean {
    if (this.broken) {
      done(this.broken);
      return false;
    }
    this.written.push(text);
    this.#terminal.write(text, () => {
      if (this.slow) this.#held.push(done);
      else done();
    });
    return true;
  }

  on(event: string, listener: (error: Error) => void): void {
    this.#listeners.set(event, (this.#listeners.get(event) ?? new Set()).add(listener));
  }
  off(event: string, listener: (error: Error) => void): void {
    this.#listeners.get(event)?.delete(listener);
  }
  /** How many listeners the stream has, of all events. */
  get listening(): number {
    return [...this.#listeners.values()].reduce((count, listeners) => count + listeners.size, 0);
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows);
    for (const listener of [...(this.#listeners.get('resize') ?? [])]) listener(new Error('no error'));
  }

  /** What a stream does when its other end is gone. Throws when nobody listens, as a stream would. */
  fail(error: Error): void {
    const listeners = [...(this.#listeners.get('error') ?? [])];
    if (listeners.length === 0) throw error;
    for (const listener of listeners) listener(error);
  }

  /** Tells that all that was held has gone. */
  release(): void {
    for (const done of this.#held.splice(0)) done();
  }

  /** Waits until everything written has been taken in and nothing new is written. */
  async settled(): Promise<void> {
    let seen: number;
    do {
      seen = this.written.length;
      await Promise.resolve();
      await new Promise<void>((resolve) => this.#terminal.write('', resolve));
    } while (seen !== this.written.length);
  }

  /** All rows as text, without blanks at the end. */
  text(): string[] {
    const { active } = this.#terminal.buffer;
    const rows = Array.from({ length: this.rows }, (_, y) =>
      active.getLine(active.viewportY + y)!.translateToString(true),
    );
    return rows.map((row) => row.trimEnd());
  }

  cell(row: number, column: number): SeenCell {
    const { active } = this.#terminal.buffer;
    const cell = active.getLine(active.viewportY + row)!.getCell(column)!;
    return {
      letter: cell.getChars() || ' ',
      ink: cell.isFgDefault() ? undefined : cell.getFgColor(),
      paper: cell.isBgDefault() ? undefined : cell.getBgColor(),
      inverted: cell.isInverse() !== 0,
    };
  }

  get alternate(): boolean {
    return this.#terminal.buffer.active.type === 'alternate';
  }

  get synchronizing(): boolean {
    return this.#terminal.modes.synchronizedOutputMode;
  }

  /** Asks the terminal itself (DECRQM) whether the cursor is shown. */
  async cursorShown(): Promise<boolean> {
    const answer = new Promise<string>((resolve) => {
      const listening = this.#terminal.onData((data) => {
        listening.dispose();
        resolve(data);
      });
    });
    this.#terminal.write('\x1b[?25$p');
    return (await answer) === '\x1b[?25;1$y';
  }
}
