import { defer, delay, map, of, ReplaySubject, share } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import type { Font } from './fonts/font.ts';
import { paint, painted as paintedFrames } from './page-stream.ts';
import type { Drawable } from './types.ts';

const gray: Drawable = (surface) => surface.fill({ x: 0, y: 0, width: 4, height: 1 }, 0x808080);
const painted = (colors: number): readonly number[] => {
  const model = { name: 'm', width: 4, height: 1, cell: 'pixel', colors, keys: [], controls: [] } as const;
  return [...paint(gray, { model }).cells];
};

test('panels of two colours get dots, others the colours themselves', () => {
  expect(painted(2)).toEqual([0xffffff, 0, 0xffffff, 0]);
  expect(painted(65536)).toEqual([0x808080, 0x808080, 0x808080, 0x808080]);
});

/** A letter of the last font is one pixel; without it there is a box of many. */
const last: Font = {
  name: 'last',
  width: 4,
  height: 6,
  ascent: 5,
  glyph: () => ({ rows: Uint32Array.of(0, 4, 0, 0, 0, 0) }),
};
const letter =
  (text: string): Drawable =>
  (surface) =>
    void surface.text({ x: 0, y: 0 }, text, { font: '4x6' });
const LARGE = { name: 'm', width: 8, height: 6, cell: 'pixel', colors: 2, keys: [], controls: [] } as const;

/** How many pixels are ink in each frame, and how often the last font was loaded. */
function inked(
  pictures: string,
  texts: Readonly<Record<string, string>>,
  expected: string,
  inks: Readonly<Record<string, number>>,
  hasLast = true,
): number {
  let loads = 0;
  new TestScheduler((actual, right) => expect(actual).toEqual(right)).run(({ cold, expectObservable }) => {
    const font = defer(() => {
      loads++;
      return hasLast ? of(last).pipe(delay(3)) : of<Font>().pipe(delay(3));
    }).pipe(share({ connector: () => new ReplaySubject<Font>(1), resetOnComplete: false, resetOnRefCountZero: false }));
    const plan = { model: LARGE, fonts: { named: new Map(), last: font } };
    const frames = cold(pictures, texts).pipe(map(letter), paintedFrames(plan));
    expectObservable(frames.pipe(map(({ cells }) => cells.filter((cell) => cell !== 0).length))).toBe(expected, inks);
  });
  return loads;
}

test('a picture that lacks a letter is painted again when the last font has come, later ones at once', () => {
  expect(inked('a-----b----a', { a: '\u1200', b: 'i' }, 'a--c--b----c', { a: boxInk(), b: iInk(), c: 1 })).toBe(1);
});

test('a newer picture while the font is on its way takes the place of the older', () => {
  expect(inked('a-a---', { a: '\u1200' }, 'a-ac--', { a: boxInk(), c: 1 })).toBe(1);
});

test('nothing is loaded for letters that are there, nor again when there is no such font', () => {
  expect(inked('b-b', { b: 'i' }, 'b-b', { b: iInk() })).toBe(0);
  expect(inked('a----a', { a: '\u1200' }, 'a----a', { a: boxInk() }, false)).toBe(1);
});

const inkOf = (text: string): number => paint(letter(text), { model: LARGE }).cells.filter((cell) => cell !== 0).length;
const boxInk = (): number => inkOf('\u1200');
const iInk = (): number => inkOf('i');
