import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = new URL('../docs/transfer-queue.md', import.meta.url);

/** The rows of its table: a file, and the name of a test in it. */
const named = [...readFileSync(page, 'utf8').matchAll(/\]\((\S+)\): "([^"]+)" *\|/g)].map(([, file, name]) => ({
  file: file!,
  name: name!,
}));

test('it names tests', () => expect(named.length).toBeGreaterThan(10));

test.each(named)('docs/transfer-queue.md: $file has "$name"', ({ file, name }) =>
  expect(readFileSync(new URL(file, page), 'utf8')).toContain(name),
);
