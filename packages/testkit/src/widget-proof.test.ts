import { defineWidget, LcdError, label, type WidgetContext } from '@lcdflow/core';
import { combineLatest, concat, map, type Observable, of, throwError, timer } from 'rxjs';
import { expect, test } from 'vitest';
import { renderWidget, type WidgetProof } from './widget-proof.ts';
import { filmOf, shotsOf } from './widget-proof-film.ts';

const place: WidgetProof = { width: 12, height: 1, cell: 'character' };

/** A widget that shows the texts of a stream. */
const showing = (texts: (context: WidgetContext) => Observable<unknown>) =>
  defineWidget({
    name: 'showing',
    meaning: 'Shows a stream.',
    options: { type: 'object', properties: {}, additionalProperties: false },
    render: (_, context) => texts(context).pipe(map((text) => label(String(text)))),
  });
const shown = (texts: (context: WidgetContext) => Observable<unknown>, proof: Partial<WidgetProof>, duration = 0) =>
  shotsOf(renderWidget(showing(texts), {}, { ...place, ...proof }), duration).map(
    ({ at, picture }) => `${at} ${picture.trim()}`,
  );

test('a source gives readings, one or a stream of them', () => {
  const busy = (context: WidgetContext) => context.source('cpu').pipe(map((readings) => readings.busy));
  expect(shown(busy, { readings: { cpu: { busy: 5 } } })).toEqual(['0 |5           |']);
  const stream = timer(0, 1000).pipe(map((second) => ({ busy: second })));
  expect(shown(busy, { readings: { cpu: stream } }, 1000)).toEqual(['0 |0           |', '1000 |1           |']);
});

test('an expression is worth a quantity or just a value', () => {
  const both = ({ value }: WidgetContext) =>
    combineLatest([value('a'), value('b')]).pipe(map(([a, b]) => `${a.value}/${a.max} ${b.value}/${b.max}`));
  expect(shown(both, { values: { a: { value: 1, max: 9 }, b: of(2) } })).toEqual(['0 |1/9 2/undefi|']);
});

test('a template without expressions is itself', () => {
  expect(shown(({ text }) => text('hello'), {})).toEqual(['0 |hello       |']);
  expect(shown(({ text }) => text('{{ a }}'), { values: { '{{ a }}': 'b' } })).toEqual(['0 |b           |']);
});

test('what the test does not give is an error that says so', () => {
  expect(() => shown(({ source }) => source('cpu'), {})).toThrow('the test gives no readings of "cpu"');
  expect(() => shown(({ value }) => value('constructor'), {})).toThrow('the test gives no value of "constructor"');
  expect(() => shown(({ text }) => text('{{ a }}'), {})).toThrow('the test gives no text of "{{ a }}"');
});

test('ticks come at once and then aligned, from the given beginning on', () => {
  expect(shown(({ ticks }) => ticks(1000), { begin: 1500 }, 1600)).toEqual([
    '0 |1500        |',
    '500 |2000        |',
    '1500 |3000        |',
  ]);
});

test('the place knows the font', () => {
  const measured = ({ place }: WidgetContext) => of(`${place.letter.width} ${place.measure('ab').width}`);
  expect(shown(measured, {})).toEqual(['0 |1 2         |']);
  const size = { width: 100, height: 20, cell: 'pixel' } as const;
  const pictures = (font: string) => renderWidget(showing(measured), {}, { ...size, font });
  expect(filmOf(pictures('6x8'), 0)).toBe(
    filmOf(
      renderWidget(
        showing(() => of('6 12')),
        {},
        size,
      ),
      0,
    ),
  );
  expect(filmOf(pictures('5x7'), 0)).not.toBe(filmOf(pictures('6x8'), 0));
});

test('defaults are filled in, at any depth, and what is given stays', () => {
  const options = {
    type: 'object',
    properties: {
      a: { type: 'string', default: 'x' },
      b: { type: 'object', properties: { c: { type: 'number', default: 7 } }, additionalProperties: false },
      d: { type: 'number' },
    },
    additionalProperties: false,
  } as const;
  const widget = defineWidget({
    name: 'options',
    meaning: 'Shows its options.',
    options,
    render: (given) => of(label(JSON.stringify(given))),
  });
  const seen = (given: unknown): string =>
    filmOf(renderWidget(widget, given, { ...place, width: 26 }), 0).split('\n')[1]!;
  expect(seen({})).toBe('|{"a":"x","b":{"c":7}}     |');
  expect(seen({ a: 'y', b: {}, d: 1 })).toBe('|{"a":"y","b":{"c":7},"d":1|');
});

test('an error of the widget, of its drawable, or of what it reads fails the test', () => {
  const broken = new LcdError('protocol', 'broken');
  expect(() => shown(() => throwError(() => broken), {})).toThrow('broken');
  expect(() =>
    shown(
      () =>
        concat(
          of('fine'),
          throwError(() => broken),
        ),
      {},
    ),
  ).toThrow('broken');
  const painter = showing(() => of(1));
  const failing = {
    ...painter,
    render: () =>
      of(() => {
        throw broken;
      }),
  };
  expect(() => filmOf(renderWidget(failing, {}, place), 0)).toThrow('broken');
});

test('a film has the time of each picture, and ends', () => {
  expect(
    filmOf(
      renderWidget(
        showing(({ ticks }) => ticks(500)),
        {},
        place,
      ),
      1000,
    ),
  ).toBe('at 0 ms\n|0           |\n\nat 500 ms\n|500         |\n\nat 1000 ms\n|1000        |\n');
});
