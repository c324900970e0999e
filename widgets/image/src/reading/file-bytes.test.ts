import { mkdir, mkdtemp, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstValueFrom, ReplaySubject, take, toArray } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileBytes } from './file-bytes.ts';
import { MOST_BYTES, type Reading } from './reading.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lcdflow-image-'));
});
afterEach(() => rm(folder, { recursive: true }));

const words = (reading: Reading): string =>
  reading instanceof Uint8Array ? Buffer.from(reading).toString() : reading.message.replace(folder, '');

/** Reads a file while steps are done to it, each when the reading before it has come. */
async function during(name: string, steps: readonly (() => Promise<unknown>)[]): Promise<readonly string[]> {
  const readings = new ReplaySubject<Reading>();
  const subscription = fileBytes(join(folder, name)).subscribe(readings);
  try {
    for (const [index, step] of steps.entries()) {
      await firstValueFrom(readings.pipe(take(index + 1), toArray()));
      await step();
    }
    return (await firstValueFrom(readings.pipe(take(steps.length + 1), toArray()))).map(words);
  } finally {
    subscription.unsubscribe();
  }
}

test('a file that comes, changes, is replaced and goes', async () => {
  const path = join(folder, 'a.png');
  const seen = await during('a.png', [
    () => writeFile(path, 'one'),
    () => writeFile(path, 'two'),
    async () => {
      await writeFile(join(folder, 'b'), 'three');
      await rename(join(folder, 'b'), path);
    },
    () => unlink(path),
  ]);
  expect(seen).toEqual(['/a.png: there is no such file', 'one', 'two', 'three', '/a.png: there is no such file']);
});

test('where a link leads to', async () => {
  await mkdir(join(folder, 'far'));
  await writeFile(join(folder, 'far', 'x'), 'one');
  await symlink(join(folder, 'far', 'x'), join(folder, 'a.png'));
  const seen = await during('a.png', [
    () => writeFile(join(folder, 'far', 'x'), 'two'),
    async () => {
      await writeFile(join(folder, 'far', 'y'), 'three');
      await symlink(join(folder, 'far', 'y'), join(folder, 'new'));
      await rename(join(folder, 'new'), join(folder, 'a.png'));
    },
    () => writeFile(join(folder, 'far', 'y'), 'four'),
  ]);
  expect(seen).toEqual(['one', 'two', 'three', 'four']);
});

test('what is no file, or too large, is told; without its folder it fails', async () => {
  await mkdir(join(folder, 'a'));
  await writeFile(join(folder, 'large'), Buffer.alloc(MOST_BYTES + 1));
  expect(await during('a', [])).toEqual(['/a: expected a file']);
  expect(await during('large', [])).toEqual([`/large: expected at most ${MOST_BYTES} bytes`]);
  const lost = firstValueFrom(fileBytes(join(folder, 'none', 'a.png')).pipe(take(2), toArray()));
  await expect(lost).rejects.toThrow('none: cannot be watched: ENOENT');
});
