import { type Frame, luminance } from '@lcdflow/core';
import { matchesGolden } from '@lcdflow/testkit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { modulesOf } from '../widgets/qr/src/modules.ts';
import { GALLERY_FILE, galleryText, pictureFile, pictureNames, widgets } from './gallery/pages.ts';
import { PANELS, photo } from './gallery/panels.ts';
import { shotOf, ZONE } from './gallery/scenes.ts';
import { matchesPicture } from './pictures/matches-picture.ts';
import { shotWords } from './program/words.ts';

beforeEach(() => vi.stubEnv('TZ', ZONE));
afterEach(() => vi.unstubAllEnvs());

const CLASSES = PANELS.map((panel) => [panel.name, panel] as const);
/** In ms: five minutes of a graph on 480 x 320 take some seconds, and more on a machine with other work. */
const PATIENCE = 60_000;

describe.each(widgets())('%s', (widget) => {
  test.each(CLASSES)('on %s it looks as in docs/gallery', { timeout: PATIENCE }, async (_, panel) => {
    const shot = await shotOf(widget, panel);
    const words = panel.grid ? shotWords(shot) : '';
    matchesPicture(pictureFile(widget, panel), photo(shot, panel), words);
  });
});

test('every widget has a picture of each class of panels, and there are no others', () => {
  const { found, wanted } = pictureNames();
  expect([...found].sort()).toEqual([...wanted].sort());
});

test('the page is about all of them', () => matchesGolden(GALLERY_FILE, galleryText()));

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
