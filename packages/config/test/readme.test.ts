import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FUNCTIONS } from '../src/index.ts';

test('the README lists all functions', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const listed = readme
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' '))
    .filter((line) => /^\| `\w+\(.*\): /.test(line));
  expect(listed).toEqual(FUNCTIONS.map(({ signature, meaning }) => `| \`${signature}\` | ${meaning} |`));
});
