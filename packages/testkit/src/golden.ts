import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Compares a text with a file that holds what is right. If they differ, the text is left beside it as `actual.<name>`
 * and an error shows both. With `LCDFLOW_GOLDEN=write` in the environment the file is written instead: look at what
 * has changed before you commit it.
 */
export function matchesGolden(file: URL | string, actual: string): void {
  const path = file instanceof URL ? fileURLToPath(file) : file;
  const beside = join(dirname(path), `actual.${basename(path)}`);
  if (process.env.LCDFLOW_GOLDEN === 'write') write(path, actual);
  const expected = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (actual !== expected) {
    write(beside, actual);
    throw new Error(difference(path, expected, actual));
  }
  rmSync(beside, { force: true });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function difference(path: string, expected: string | undefined, actual: string): string {
  const now = `now:\n${actual}`;
  if (expected === undefined) return `${path} is missing; LCDFLOW_GOLDEN=write writes it. ${now}`;
  const line = firstDifference(expected.split('\n'), actual.split('\n'));
  return `${path} differs from line ${line} on; LCDFLOW_GOLDEN=write accepts it.\nexpected:\n${expected}\n${now}`;
}

const firstDifference = (expected: readonly string[], actual: readonly string[]): number => {
  const index = actual.findIndex((line, row) => line !== expected[row]);
  return (index < 0 ? actual.length : index) + 1;
};
