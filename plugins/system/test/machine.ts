import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type Files, filesBelow } from '../src/files.ts';

const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url));
const MACHINES = fileURLToPath(new URL('machines', import.meta.url));

/** A copy of a fixture that a test may change. */
export interface Machine {
  readonly root: string;
  readonly files: Files;
  /** Some time goes by: files of another fixture replace these. Of a machine in one file: its later half. */
  becomes(fixture: string): void;
  write(path: string, text: string): void;
  remove(path: string): void;
}

/** A machine as in `test/fixtures` or `test/machines`, or one without any file; it is gone after the test. */
export function machine(fixture?: string): Machine {
  const root = mkdtempSync(join(tmpdir(), 'lcdflow-machine-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const becomes = (name: string): void => {
    const [, machineName, later] = /^(.*?)(-later)?$/.exec(name)!;
    const archive = join(MACHINES, `${machineName}.txt`);
    if (!existsSync(archive)) cpSync(join(FIXTURES, name), root, { recursive: true });
    else unpack(halfOf(readFileSync(archive, 'utf8'), later !== undefined), root, write);
  };
  if (fixture !== undefined) becomes(fixture);
  const remove = (path: string): void => rmSync(join(root, path), { recursive: true, force: true });
  return { root, files: filesBelow(root), becomes, write, remove };
}

/** What follows `======== a second later` replaces what stands before. */
function halfOf(archive: string, later: boolean): string {
  const [first = '', second = ''] = archive.split(/^======== .*\n/m);
  return later ? second : first;
}

/** `== path` and the lines of the file, `== path = its one line`, `== path -> where a link points`. */
function unpack(archive: string, root: string, write: (path: string, text: string) => void): void {
  for (const piece of archive.split(/^== /m).slice(1)) {
    const [, path, kind, rest = '', lines = ''] = /^(\S+)(?: (=|->) ?(.*))?\n([\s\S]*)$/.exec(piece)!;
    if (kind === '->') {
      mkdirSync(dirname(join(root, path!)), { recursive: true });
      symlinkSync(rest, join(root, path!));
    } else write(path!, kind === '=' ? `${rest}\n` : lines);
  }
}
