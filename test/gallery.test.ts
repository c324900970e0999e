import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Frame, luminance } from '@lcdflow/core';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { GALLERY_FILE, galleryText, pictureFile, pictureNames, widgets } from '../scripts/gallery/pages.ts';
import { PANELS, photo } from '../scripts/gallery/panels.ts';
import { shotOf, ZONE } from '../scripts/gallery/scenes.ts';
import { modulesOf } from '../widgets/qr/src/modules.ts';

beforeEach(() => vi.stubEnv('TZ', ZONE));
afterEach(() => vi.unstubAllEnvs());

const CLASSES = PANELS.map((panel) => [panel.name, panel] as const);
const ANEW = 'npm run gallery makes them anew';

test('every widget has a picture of each class of panels, and there are no others', () => {
  const { found, wanted } = pictureNames();
  expect([...found].sort()).toEqual([...wanted].sort());
});

test(`the page is about all of them (${ANEW})`, () => {
  expect(readFileSync(GALLERY_FILE, 'utf8')).toBe(galleryText());
});

describe.each(widgets())('%s', (widget) => {
  test.each(CLASSES)('on %s it looks as in docs/gallery', async (_, panel) => {
    matchesPicture(pictureFile(widget, panel), photo(await shotOf(widget, panel), panel));
  });
});

/** Compares pixels, as files with the same ones may differ. Leaves what is wrong beside, as `actual.<name>`. */
function matchesPicture(file: string, png: Uint8Array): void {
  const [wanted, actual] = [readFileSync(file), png].map((bytes) => PNG.sync.read(Buffer.from(bytes)));
  const difference = differenceOf(wanted!, actual!);
  if (difference === undefined) return;
  const beside = join(dirname(file), `actual.${basename(file)}`);
  writeFileSync(beside, png);
  expect.fail(`${basename(file)}: ${difference}; it is now ${beside}. If it should be, ${ANEW}`);
}

function differenceOf(wanted: PNG, actual: PNG): string | undefined {
  const [before, now] = [wanted, actual].map(({ width, height }) => `${width} x ${height} pixels`);
  if (before !== now) return `${before} are expected, not ${now}`;
  const pixels = Array.from({ length: wanted.width * wanted.height }, (_, index) => index);
  const wrong = pixels.filter((index) => wanted.data.readUInt32BE(4 * index) !== actual.data.readUInt32BE(4 * index));
  if (wrong.length === 0) return undefined;
  const [xs, ys] = [wrong.map((index) => index % wanted.width), wrong.map((index) => Math.floor(index / wanted.width))];
  const least = (places: readonly number[]): number => places.reduce((a, b) => Math.min(a, b));
  const most = (places: readonly number[]): number => places.reduce((a, b) => Math.max(a, b));
  return `${wrong.length} pixels differ, from ${least(xs!)},${least(ys!)} to ${most(xs!)},${most(ys!)}`;
}

test.each(CLASSES.filter(([name]) => !name.startsWith('20x')))('a camera reads the code on %s', async (_, panel) => {
  const { side, isDark } = modulesOf('https://example.org/larch', 'low')!;
  const places = Array.from({ length: side }, (_, index) => index);
  const rows = places.map((y) => places.map((x) => (isDark(x, y) ? '#' : '.')).join(''));
  expect(modulesOn((await shotOf('qr', panel)).frame)).toEqual(rows);
});

/**
 * The modules that are darker than halfway on a glass. Where the rest of the glass is dark, the code is what lies on the
 * light ground in the middle; the first pattern for finding it, seven modules wide, tells how large a module is.
 */
function modulesOn({ width, height, cells }: Frame): readonly string[] {
  const shades = cells.map(luminance);
  const halfway = (shades.reduce((a, b) => Math.min(a, b)) + shades.reduce((a, b) => Math.max(a, b))) / 2;
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from(shades.subarray(y * width, (y + 1) * width), (shade) => (shade < halfway ? '#' : '.')).join(''),
  );
  const lit = rows.map((row) => row.replace(/^#+/, '').replace(/#+$/, ''));
  const onGround = rows[0]!.startsWith('#') ? lit : rows;
  const found = onGround.filter((row) => row.includes('#'));
  const left = Math.min(...found.map((row) => row.indexOf('#')));
  const size = /^#+/.exec(found[0]!.slice(left))![0].length / 7;
  const side = found.length / size;
  const places = Array.from({ length: side }, (_, index) => Math.floor((index + 0.5) * size));
  return places.map((y) => places.map((x) => found[y]![left + x]!).join(''));
}
