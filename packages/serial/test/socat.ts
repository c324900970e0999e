import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** The tests that need the program `socat` are skipped by name without it, unless nothing may be skipped. */
export const WITH_SOCAT = process.env.LCDFLOW_DEEP === '1' || hasSocat();

function hasSocat(): boolean {
  try {
    execFileSync('socat', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const folders: string[] = [];
const ends: FarEnd[] = [];

/** Ends what a test has made; for `afterEach` of every file, since modules are loaded once for all files. */
export function endAll(): void {
  for (const end of ends.splice(0)) end.kill();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A new path for a link, which is gone after `endAll`. */
export function linkPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lcdflow-serial-'));
  folders.push(folder);
  return join(folder, 'port');
}

/** The other end of a pseudo terminal: what is written to it comes out of the port at `path`. */
export class FarEnd {
  readonly path: string;
  readonly #process: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly received: Buffer[] = [];

  constructor(path: string, process: ChildProcessByStdio<Writable, Readable, Readable>) {
    this.path = path;
    this.#process = process;
    process.stdout.on('data', (chunk: Buffer) => this.received.push(chunk));
    process.stdin.on('error', () => undefined);
  }

  get bytes(): Buffer {
    return Buffer.concat(this.received);
  }

  write(bytes: Uint8Array): void {
    this.#process.stdin.write(bytes);
  }

  /** It reads nothing and sends nothing until it is told to go on. */
  stop(): void {
    this.#process.kill('SIGSTOP');
  }

  goOn(): void {
    this.#process.kill('SIGCONT');
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }
}

/** Makes a pseudo terminal whose other end this test holds. */
export function farEnd(path = linkPath()): Promise<FarEnd> {
  rmSync(path, { force: true });
  const process = spawn('socat', ['-d', '-d', `PTY,link=${path},raw,echo=0`, 'STDIO'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const end = new FarEnd(path, process);
  ends.push(end);
  return new Promise((done, fail) => {
    let words = '';
    process.stderr.on('data', (chunk: Buffer) => {
      words += chunk.toString();
      if (words.includes('starting data transfer loop')) done(end);
    });
    process.on('exit', () => fail(new Error(words)));
  });
}
