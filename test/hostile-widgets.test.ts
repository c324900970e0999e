import { readdirSync } from 'node:fs';
import { blankFrame, type CellKind, INVERTED, type Plugin, surfaceOf, valueWords, type Widget } from '@lcdflow/core';
import { renderWidget, shotsOf } from '@lcdflow/testkit';
import fc from 'fast-check';
import { concat, map, of, timer } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { hostile, VALUES } from './hostile/hostile-options.ts';

/** Pictures from outside are read in real time: that widget has tests of its own. */
const names = readdirSync(new URL('../widgets', import.meta.url)).filter((name) => name !== 'image');
const plugins = await Promise.all(
  names.map(async (name) => (await import(`@lcdflow/widget-${name}`)) as { default: Plugin }),
);
const widgets = plugins.flatMap(({ default: plugin }) => plugin.widgets ?? []);

const NOBODY = 0x12_3456;
const RIM = 2;
/** What one picture may take in ms on a slow machine that does other things, too. */
const LONGEST = 3_000;

/** What is wrong with a cell that a letter was painted on. */
const isControl = (cell: number): boolean => {
  const letter = (cell & ~INVERTED) >>> 0;
  return letter > 0x10_ffff || (letter > 0 && letter < 0x20) || (letter >= 0x7f && letter <= 0x9f);
};

interface Where {
  readonly width: number;
  readonly height: number;
  readonly cell: CellKind;
  readonly colors: number;
}

/** The widget, each of whose pictures is also painted in the middle of nobody's land, which must stay as it is. */
const watched = (widget: Widget, { width, height, cell, colors }: Where): Widget => ({
  ...widget,
  render: (options, context) =>
    widget.render(options, context).pipe(
      map((drawable) => {
        const frame = blankFrame({ width: width + 2 * RIM, height: height + 2 * RIM }, NOBODY);
        const began = performance.now();
        drawable(surfaceOf(frame, cell, '6x8', colors).clip({ x: RIM, y: RIM, width, height }));
        expect(performance.now() - began).toBeLessThan(LONGEST);
        for (const [index, value] of frame.cells.entries()) {
          const [x, y] = [index % frame.width, Math.floor(index / frame.width)];
          const isOutside = x < RIM || y < RIM || x >= width + RIM || y >= height + RIM;
          if (isOutside && value !== NOBODY) expect.fail(`it paints on ${x - RIM}, ${y - RIM} outside of its place`);
          if (cell === 'character' && value !== NOBODY && isControl(value))
            expect.fail(`it shows ${value.toString(16)}, which is no letter`);
        }
        return drawable;
      }),
    ),
});

const side = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 90 }));
const places: fc.Arbitrary<Where> = fc.record({
  width: side,
  height: side,
  cell: fc.constantFrom<CellKind>('pixel', 'character'),
  colors: fc.constantFrom(2, 65_536),
});
const amount = fc.oneof(fc.constantFrom(...VALUES), fc.double());
const limit = fc.constantFrom(undefined, 0, 100, -1e308, 1e308, Number.NaN);
/** As a template it is what a text shows of it. */
const quantity = fc
  .record({ value: amount, unit: fc.constantFrom('', '%', 'B/s', '\n'), min: limit, max: limit })
  .map((given) => ({ ...given, toString: () => valueWords(given.value) }));
/** Two after each other: what comes later must go, too. */
const quantities = fc.tuple(quantity, quantity);

/** Whatever expression or template is asked for: the same two values. */
const always = <T>(given: T): Readonly<Record<string, T>> =>
  new Proxy({} as Record<string, T>, {
    getOwnPropertyDescriptor: (_, name) =>
      /^row\b/.test(String(name)) ? undefined : { configurable: true, enumerable: true, value: given },
    get: () => given,
  });

describe.each(widgets.map((widget) => [widget.name, widget] as const))('%s', (_, widget) => {
  test('any options and readings in any place are drawn, nothing outside of it', () =>
    fc.assert(
      fc.property(hostile(widget.options), places, quantities, fc.nat(4e12), (options, place, [one, other], begin) => {
        const later = concat(of(one), timer(10).pipe(map(() => other)));
        const readings = always({ busy: one.value, cores: [one, other, null].map((each) => ({ busy: each?.value })) });
        const proof = { ...place, begin, readings, values: always(later) };
        expect(shotsOf(renderWidget(watched(widget, place), options, proof), 1100).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    ));
});
