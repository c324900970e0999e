import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { matchesGolden } from './golden.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lcdflow-golden-'));
  vi.stubEnv('LCDFLOW_GOLDEN', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const right = (): string => join(folder, 'glass.txt');
const beside = (): string => join(folder, 'actual.glass.txt');

test('what is the same passes, and what was left of a failure goes', () => {
  writeFileSync(right(), 'same\n');
  writeFileSync(beside(), 'old\n');
  matchesGolden(pathToFileURL(right()), 'same\n');
  expect(existsSync(beside())).toBe(false);
});

test('what differs is shown with what was expected, and left beside', () => {
  writeFileSync(right(), 'first\nexpected\n');
  expect(() => matchesGolden(right(), 'first\nactual\n')).toThrow(
    /glass\.txt differs from line 2 on.*\nexpected:\nfirst\nexpected\n\nnow:\nfirst\nactual\n$/,
  );
  expect(readFileSync(beside(), 'utf8')).toBe('first\nactual\n');
  expect(readFileSync(right(), 'utf8')).toBe('first\nexpected\n');
});

test('the line is right when one text is the beginning of the other', () => {
  writeFileSync(right(), 'a\nb\nc');
  expect(() => matchesGolden(right(), 'a\nb')).toThrow('from line 3 on');
  expect(() => matchesGolden(right(), 'a\nb\nc\nd')).toThrow('from line 4 on');
});

test('a golden that is missing is an error that says how to write it', () => {
  expect(() => matchesGolden(right(), 'new\n')).toThrow('is missing; LCDFLOW_GOLDEN=write writes it');
  expect(existsSync(right())).toBe(false);
});

test('LCDFLOW_GOLDEN=write accepts what there is', () => {
  vi.stubEnv('LCDFLOW_GOLDEN', 'write');
  matchesGolden(join(folder, 'new', 'glass.txt'), 'new\n');
  expect(readFileSync(join(folder, 'new', 'glass.txt'), 'utf8')).toBe('new\n');
});
