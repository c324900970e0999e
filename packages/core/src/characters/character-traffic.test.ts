import { concat, ignoreElements, map, merge, NEVER, of, tap, timer } from 'rxjs';
import { expect, test } from 'vitest';
import { LetterPanel } from '../../test/letter-panel.ts';
import { expressions, leaf, logged, NO_OPTIONS, page, widget } from '../../test/programs.ts';
import { virtual } from '../../test/virtual.ts';
import { defineDriver } from '../define.ts';
import { bar } from '../drawables/bar.ts';
import { bigText } from '../drawables/big-text.ts';
import { graph } from '../drawables/graph.ts';
import { label } from '../drawables/label.ts';
import type { Page } from '../program.ts';
import { run } from '../run.ts';
import type { Drawable, Model } from '../types.ts';
import { characterDisplay } from './character-display.ts';

const model: Model = {
  ...{ name: '20x4', width: 20, height: 4, cell: 'character', colors: 2, keys: [], controls: [] },
};

/** A widget that paints anew each second, on its whole place. */
const eachSecond = (paint: (second: number) => Drawable) =>
  leaf(widget('painting', (_, { ticks }) => ticks(1000).pipe(map((now) => paint(now / 1000)))));

/** Bytes sent in each second while a program runs on a panel of 20 x 4 letters. A definition takes 10, a move 1. */
function bytesPerSecond(seconds: number, pages: readonly Page[], rotate?: number): readonly number[] {
  const simulated = new LetterPanel(model);
  const sent = [0];
  const driver = defineDriver({
    ...{ name: 'letters', meaning: 'letters', options: NO_OPTIONS, models: [model], model: () => model },
    open: () => concat(of(characterDisplay(simulated.panel, simulated.send)), NEVER),
  });
  const plan = { name: 'front', driver, options: {}, model, device: 'auto', fps: 10, pages } as const;
  const displays = [rotate === undefined ? plan : { ...plan, rotate }];
  const { log } = logged();
  const host = { log, context: () => ({ connect: () => NEVER, display: 'front', log }) };
  virtual(({ expectObservable }) => {
    const running = run({ displays, sources: [], expressions, keys: [] }, host);
    const samples = timer(900, 1000).pipe(tap(() => sent.push(simulated.bytes)));
    expectObservable(merge(running, samples).pipe(ignoreElements()), `${seconds}s !`).toBe('');
  });
  return sent.slice(1).map((bytes, index) => bytes - sent[index]!);
}

test('a bar that moves each second costs a letter, and each of its four steps a glyph once', () => {
  const line = (drawable: Drawable): Drawable => {
    return (surface) => drawable(surface.clip({ x: 0, y: 1, width: 20, height: 1 }));
  };
  const page100 = page(eachSecond((second) => line(bar({ fraction: second / 100 }))));
  // In second 6 the cursor stands at the next letter already.
  expect(bytesPerSecond(10, [page100])).toEqual([85, 13, 13, 13, 13, 3, 2, 3, 3, 3]);
});

test('a page that stands still costs nothing', () => {
  const [first, ...others] = bytesPerSecond(4, [page(eachSecond(() => label('CPU é ▌ ž')))]);
  expect(first).toBe(80 + 3 * 10 + 5);
  expect(others).toEqual([0, 0, 0]);
});

test('a graph that moves costs no glyph once it has shown all steps', () => {
  const height = (place: number): number => (1 + Math.sin(place / 3)) / 2;
  const wave = (second: number) => Array.from({ length: 20 }, (_, x) => height(second + x));
  const bytes = bytesPerSecond(20, [page(eachSecond((second) => graph({ fractions: wave(second) })))]);
  expect(Math.max(...bytes.slice(1))).toBeLessThan(60);
});

test('a large clock costs the digits that change', () => {
  const clock = page(eachSecond((second) => bigText(`12:34:${10 + second}`)));
  const [first, ...others] = bytesPerSecond(9, [clock]);
  // Narrow digits: 1, 2, 3, 4 and 0 are all eight pictures.
  expect(first).toBe(80 + 8 * 10 + 6);
  expect(Math.max(...others)).toBeLessThan(20);
});

test('two pages that share the user-defined characters turn without drawing any; two that need all draw all', () => {
  const pagesOf = (...texts: readonly string[]) => texts.map((text) => page(eachSecond(() => label(text))));
  const shared = bytesPerSecond(9, pagesOf('éèçž', '▁▂▃▄'), 2000);
  expect(shared).toEqual([80 + 4 * 10 + 5, 0, 4 * 10 + 2 + 4, 0, 2 + 4, 0, 2 + 4, 0, 2 + 4]);
  const all = bytesPerSecond(9, pagesOf('éèçžšřłø', '▁▂▃▄▅▆▇▌'), 2000);
  const turn = 8 * 10 + 2 + 8;
  expect(all).toEqual([80 + 8 * 10 + 5, 0, turn, 0, turn, 0, turn, 0, turn]);
});
