import { of } from 'rxjs';
import { expect, test } from 'vitest';
import { expressions, leaf, panel, widget, word } from '../test/programs.ts';
import type { Place } from './types.ts';
import { widgetStream } from './widget-stream.ts';

test.each([
  [undefined, { width: 6, height: 8 }],
  ['5x7', { width: 5, height: 7 }],
])('a place measures in the font its texts are painted in: %s', (font, letter) => {
  const places: Place[] = [];
  const node = leaf(
    widget('measuring', (_, { place }) => {
      places.push(place);
      return of(word(''));
    }),
  );
  const { driver } = panel().plan();
  const model = { ...driver.models[0]!, width: 256, height: 64, cell: 'pixel' } as const;
  const plan = { ...panel().plan(), model, ...(font !== undefined && { font }) };
  const placement = { node, area: { x: 0, y: 0, width: 100, height: 20 }, when: [] };
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  widgetStream(placement, plan, { hub: {} as never, expressions, log }).subscribe();
  expect(places[0]!.letter).toEqual(letter);
  expect(places[0]!.measure('x')).toEqual(letter);
});
