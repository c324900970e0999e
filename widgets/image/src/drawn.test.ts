import { blankFrame, type CellKind, surfaceOf, WHITE } from '@lcdflow/core';
import { matchesGolden } from '@lcdflow/testkit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictureFrom } from '../test/pictures.ts';
import { type Dither, dithered } from './dithered.ts';
import { drawn, type Look } from './drawn.ts';
import { type Fit, fitted } from './fitted.ts';
import { scaled } from './scaled.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const middle = { x: 0.5, y: 0.5 };
const PIXEL = { x: 1, y: 1 };
const where = (fit: Fit, anchor = middle): string => {
  const { source, target } = fitted({ width: 40, height: 20 }, { width: 10, height: 10 }, fit, anchor, PIXEL);
  return `${Object.values(source)} to ${Object.values(target)}`;
};

test('how a picture of 40 x 20 fills 10 x 10', () => {
  expect(where('contain')).toBe('0,0,40,20 to 0,3,10,5');
  expect(where('contain', { x: 0, y: 1 })).toBe('0,0,40,20 to 0,5,10,5');
  expect(where('cover')).toBe('10,0,20,20 to 0,0,10,10');
  expect(where('cover', { x: 1, y: 0 })).toBe('20,0,20,20 to 0,0,10,10');
  expect(where('fill')).toBe('0,0,40,20 to 0,0,10,10');
  expect(where('none')).toBe('15,5,10,10 to 0,0,10,10');
});

const part = { source: { x: 0, y: 0, width: 4, height: 1 }, target: { x: 0, y: 0, width: 2, height: 1 } };
const hex = (cells: Uint32Array): readonly string[] => [...cells].map((cell) => cell.toString(16).padStart(6, '0'));

test('a cell is the average of the area it covers', () => {
  const picture = pictureFrom(4, 1, (x) => [0x00_00_00_ff, 0xff_ff_ff_ff, 0xff_00_00_ff, 0x00_00_ff_ff][x]!);
  expect(hex(scaled(picture, part, undefined).cells)).toEqual(['808080', '800080']);
  const thirds = { ...part, target: { ...part.target, width: 3 } };
  expect(hex(scaled(picture, thirds, undefined).cells)).toEqual(['404040', 'ff8080', '4000bf']);
  const larger = { ...part, target: { ...part.target, width: 8 } };
  expect(hex(scaled(picture, larger, undefined).cells)[2]).toBe('ffffff');
});

test('transparent pixels give no colour, and are mixed with a background', () => {
  const picture = pictureFrom(4, 1, (x) => [0xff_00_00_ff, 0x00_ff_00_00, 0x00_ff_00_40, 0xff_ff_ff_00][x]!);
  const over = scaled(picture, part, undefined);
  expect([hex(over.cells)[0], over.covered]).toEqual(['ff0000', Uint8Array.of(1, 0)]);
  expect(hex(scaled(picture, part, 0x00_00_ff).cells)).toEqual(['800080', '0020df']);
});

const ramp = pictureFrom(32, 8, (x) => (x * 8 * 0x01_01_01_00 + 0xff) >>> 0);
const grays = scaled(ramp, fitted(ramp, ramp, 'none', middle, PIXEL), undefined);
const pictureOf = (dither: Dither): string =>
  [...dithered(grays, dither).cells]
    .map((cell, index) => (cell ? '#' : '.') + (index % 32 === 31 ? '\n' : ''))
    .join('');

test('shades from black to white in dots', () => {
  expect(pictureOf('none')).toBe(`${'.'.repeat(16)}${'#'.repeat(16)}\n`.repeat(8));
  matchesGolden(golden('dithered.txt'), `${pictureOf('bayer')}\n${pictureOf('floyd-steinberg')}`);
});

test('as many dots are ink as the shade is bright', () => {
  for (const dither of ['bayer', 'floyd-steinberg'] as const)
    for (const gray of [0, 51, 102, 128, 204, 255]) {
      const cells = new Uint32Array(64 * 64).fill(gray * 0x01_01_01);
      const ink = dithered({ width: 64, height: 64, cells }, dither).cells.filter((cell) => cell === WHITE).length;
      expect(ink / (64 * 64)).toBeCloseTo(gray / 255, dither === 'bayer' ? 1 : 1.5);
    }
});

test('any picture in any place is drawn, and nothing outside', () => {
  const size = fc.integer({ min: 1, max: 40 });
  const look: fc.Arbitrary<Look> = fc.record({
    fit: fc.constantFrom<Fit>('contain', 'cover', 'fill', 'none'),
    anchor: fc.record({ x: fc.constantFrom(0, 0.5, 1), y: fc.constantFrom(0, 0.5, 1) }),
    background: fc.constantFrom(undefined, 0, 0x80_80_80),
    dither: fc.constantFrom<Dither>('floyd-steinberg', 'bayer', 'none'),
    inverted: fc.boolean(),
  });
  const cell = fc.constantFrom<CellKind>('pixel', 'character');
  const colors = fc.constantFrom(2, 65536);
  fc.assert(
    fc.property(
      fc.tuple(size, size, size, size),
      look,
      cell,
      colors,
      fc.integer(),
      (sides, look, cell, count, seed) => {
        const [width, height, across, down] = sides;
        const picture = pictureFrom(across, down, (x, y) => ((x + 7) * (y + 13) * seed) >>> 0);
        const frame = blankFrame({ width: width + 2, height: height + 2 }, 0x41);
        const surface = surfaceOf(frame, cell, undefined, count).clip({ x: 1, y: 1, width, height });
        drawn(
          picture,
          { ...surface, width, height, cell, letter: surface.letter, measure: surface.measure },
          look,
        )(surface);
        for (const [index, value] of frame.cells.entries()) {
          const [x, y] = [index % frame.width, Math.floor(index / frame.width)];
          const isOutside = x === 0 || y === 0 || x === frame.width - 1 || y === frame.height - 1;
          if (isOutside) expect(value).toBe(0x41);
          else if (cell === 'pixel') expect(value).toBeLessThanOrEqual(WHITE);
        }
      },
    ),
  );
});
