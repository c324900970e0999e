import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type Files, filesBelow } from '../src/files.ts';

const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url));

/** A copy of a fixture that a test may change. */
export interface Machine {
  readonly root: string;
  readonly files: Files;
  /** Some time goes by: files of another fixture replace these. */
  becomes(fixture: string): void;
  write(path: string, text: string): void;
  remove(path: string): void;
}

/** A machine as in `test/fixtures`, or one without any file; it is gone after the test. */
export function machine(fixture?: string): Machine {
  const root = mkdtempSync(join(tmpdir(), 'lcdflow-machine-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const becomes = (name: string) => cpSync(join(FIXTURES, name), root, { recursive: true });
  if (fixture !== undefined) becomes(fixture);
  return {
    root,
    files: filesBelow(root),
    becomes,
    write: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    remove: (path) => rmSync(join(root, path), { recursive: true, force: true }),
  };
}
