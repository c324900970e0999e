import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Change, changesOf } from './changes.ts';
import { readBeginning } from './read-file.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lcdflow-watch-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function watching(path: string): { readonly seen: Change[] } {
  const seen: Change[] = [];
  const subscription = changesOf(path).subscribe((change) => seen.push(change));
  onTestFinished(() => subscription.unsubscribe());
  return { seen };
}

const atLeast = (seen: readonly Change[], count: number) =>
  expect.poll(() => seen.length, { interval: 5 }).toBeGreaterThan(count);

test.each<[string, (at: string) => void, (at: string) => void]>([
  ['it is written', (at) => writeFileSync(join(at, 'a'), '1'), (at) => writeFileSync(join(at, 'a'), '2')],
  ['it comes', () => {}, (at) => writeFileSync(join(at, 'a'), '1')],
  ['it goes', (at) => writeFileSync(join(at, 'a'), '1'), (at) => rmSync(join(at, 'a'))],
  [
    'it is replaced',
    (at) => writeFileSync(join(at, 'a'), '1'),
    (at) => {
      writeFileSync(join(at, 'b'), '2');
      renameSync(join(at, 'b'), join(at, 'a'));
    },
  ],
  [
    'what a link leads to is written',
    (at) => {
      mkdirSync(join(at, 'far'));
      writeFileSync(join(at, 'far', 'b'), '1');
      symlinkSync(join('far', 'b'), join(at, 'a'));
    },
    (at) => writeFileSync(join(at, 'far', 'b'), '2'),
  ],
  [
    'a folder on the way is a link that leads elsewhere now',
    (at) => {
      for (const release of ['1', '2']) mkdirSync(join(at, 'releases', release, 'in'), { recursive: true });
      writeFileSync(join(at, 'releases', '1', 'in', 'b'), '1');
      writeFileSync(join(at, 'releases', '2', 'in', 'b'), '2');
      symlinkSync(join('releases', '1'), join(at, 'current'));
      symlinkSync(join('.', 'releases', '..', 'current', 'in', 'b'), join(at, 'a'));
    },
    (at) => {
      symlinkSync(join('releases', '2'), join(at, 'new'));
      renameSync(join(at, 'new'), join(at, 'current'));
    },
  ],
])('%s', async (_, before, change) => {
  const at = folder();
  before(at);
  const { seen } = watching(join(at, 'a'));
  await atLeast(seen, 0);
  const count = seen.length;
  change(at);
  await atLeast(seen, count);
});

test('the beginning of a file, and what is none', async () => {
  const at = folder();
  writeFileSync(join(at, 'a'), '12345');
  expect(await readBeginning(join(at, 'a'), 3)).toMatchObject({ text: '123', size: 5 });
  writeFileSync(join(at, 'marked'), '\uFEFF{"a":1}');
  expect(await readBeginning(join(at, 'marked'), 100)).toMatchObject({ text: '{"a":1}', size: 10 });
  await expect(readBeginning(at, 3)).rejects.toThrow('expected a file');
  await expect(readBeginning(join(at, 'b'), 3)).rejects.toThrow('cannot be read: ENOENT');
});
