import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describedInText, type NamedReading, type TextOptions } from './text-options.ts';
import { textReadings, wholeText } from './text-readings.ts';

const ROOMS = '{"rooms":[{"name":"hall","t":21.5,"on":true},{"name":"attic","t":null}],"a b":{"x.y":"7"}}';
const SENSORS = 'coretemp-isa-0000\r\ntemp1:        +48.0°C  (high = +80.0°C)\r\nfan1:        1200 RPM\r\n\r\n';

const one = (where: NamedReading, text: string): unknown => {
  const { readings, problem } = textReadings({ readings: { it: where } })(text);
  return problem ?? readings.it;
};

describe('one reading', () => {
  test.each<[NamedReading, string, unknown]>([
    [{}, ' 21.5\n', 21.5],
    [{}, '21.5 °C\n', '21.5 °C'],
    [{ as: 'number' }, 'about -21.5 °C\n', -21.5],
    [{ as: 'number' }, 'none', 'it: expected a number'],
    [{ as: 'text' }, '007\n', '007'],
    [{ json: 'rooms[0].t' }, ROOMS, 21.5],
    [{ json: '$.rooms[-1].name' }, ROOMS, 'attic'],
    [{ json: 'rooms.length' }, ROOMS, 2],
    [{ json: 'rooms[0].on' }, ROOMS, true],
    [{ json: '["a b"]["x.y"]' }, ROOMS, 7],
    [{ json: 'a b["x.y"]', as: 'text' }, ROOMS, '7'],
    [{ json: 'rooms[0]', as: 'text' }, ROOMS, '{"name":"hall","t":21.5,"on":true}'],
    [{ json: '[1]' }, '[3, 4]', 4],
    [{ json: 'rooms[1].t' }, ROOMS, 'it: there is no rooms[1].t'],
    [{ json: 'rooms[7].t' }, ROOMS, 'it: there is no rooms[7].t'],
    [{ json: 'constructor.name' }, ROOMS, 'it: there is no constructor.name'],
    [{ json: 'x' }, '<html>', 'it: expected JSON'],
    [{ line: 2 }, SENSORS, 'temp1:        +48.0°C  (high = +80.0°C)'],
    [{ line: -1, as: 'number' }, SENSORS, 1200],
    [{ line: 9 }, SENSORS, 'it: there is no line 9'],
    [{ line: 0 }, SENSORS, 'it: there is no line 0'],
    [{ pattern: '^fan1: +(\\d+)' }, SENSORS, 1200],
    [{ pattern: 'high = [^)]*' }, SENSORS, 'high = +80.0°C'],
    [{ line: 2, pattern: 'high = (.*)\\)', as: 'number' }, SENSORS, 80],
    [{ json: 'rooms[0].name', pattern: 'h(.)' }, ROOMS, 'a'],
    [{ pattern: '(x)?hall' }, ROOMS, undefined],
    [{ pattern: 'cellar' }, ROOMS, 'it: nothing matches cellar'],
    [{}, '\x1b[1;31mhot\x1b[0m\x07\t!\0', 'hot !'],
  ])('%j of %j is %j', (where, text, expected) => {
    expect(one(where, text)).toEqual(expected);
  });
});

describe('named groups', () => {
  const options: TextOptions = {
    pattern: '(?<free>\\d+) of (?<all>\\d+)(?<unit> \\w+)?',
    readings: { all: { unit: 'MB', range: [0, 10] }, first: { line: 1 } },
  };

  test('are readings, and may be told more of', () => {
    expect(textReadings(options)('3 of 4 MB')).toEqual({
      readings: { free: 3, unit: ' MB', all: 4, first: '3 of 4 MB' },
    });
    expect(describedInText(options)).toEqual({
      free: { unit: '', meaning: 'What "free" in the pattern was.' },
      all: { unit: 'MB', range: [0, 10], meaning: 'The reading "all".' },
      unit: { unit: '', meaning: 'What "unit" in the pattern was.' },
      first: { unit: '', meaning: 'The reading "first".' },
    });
  });

  test('that are missing are told, and the others stay', () => {
    expect(textReadings(options)('full')).toEqual({
      readings: { first: 'full' },
      problem: 'free: nothing matches (?<free>\\d+) of (?<all>\\d+)(?<unit> \\w+)?',
    });
    expect(textReadings(options)('3 of 4').problem).toBe('unit: it is not there');
  });
});

test('a whole text', () => {
  expect(wholeText('temp1: 48\nx86_64 2024-05\n\n')).toEqual({
    text: 'temp1: 48\nx86_64 2024-05',
    number: 48,
    lines: ['temp1: 48', 'x86_64 2024-05'],
  });
  expect(wholeText('')).toEqual({ text: '', number: undefined, lines: [''] });
});

test.each([
  ['x86_64', undefined],
  ['a1 b2 .5', 0.5],
  ['2024-05', 2024],
  ['1e3x', 1000],
  ['-7%', -7],
  ['1e999', undefined],
  ['٣', undefined],
])('the first number in %j is %j', (text, number) => {
  expect(wholeText(text).number).toBe(number);
});

const json = fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.string());
const where: fc.Arbitrary<NamedReading> = fc.record(
  {
    json: fc.constantFrom('a', 'a.b', '[0]', '[-1].x', '__proto__', 'length'),
    line: fc.integer({ min: -3, max: 3 }),
    pattern: fc.constantFrom('.', '(\\d)?', '(?<x>a)|b', '^$'),
    as: fc.constantFrom('text' as const, 'number' as const),
  },
  { requiredKeys: [] },
);

test('no text makes it throw, and no reading is an object of a prototype', () => {
  fc.assert(
    fc.property(json, fc.dictionary(fc.constantFrom('a', 'b'), where), (text, readings) => {
      const { readings: found, problem } = textReadings({ pattern: '(?<b>\\w)', readings })(text);
      expect(Object.keys(found).length < Object.keys({ ...readings, b: 0 }).length).toBe(problem !== undefined);
      for (const value of Object.values(found)) expect([Object.prototype, Function]).not.toContain(value);
    }),
    { numRuns: 500 },
  );
});

test('every number and every JSON value is found again', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (given) => {
      const number = given + 0; // not -0
      expect(one({}, `${number}\n`)).toBe(number);
      expect(one({ as: 'number' }, `t: ${number} °C`)).toBe(number);
      expect(one({ json: 'a[1].b' }, JSON.stringify({ a: [0, { b: number }] }))).toBe(number);
    }),
  );
});

test('64 KiB of anything take no time', () => {
  const nasty = ['[', '{"a":', '\n', '\x1b]', '\x1b[', '9', '-', '9e', 'a1', ' ', '\0'];
  for (const piece of nasty) {
    const text = piece.repeat(65_536 / piece.length);
    const started = performance.now();
    wholeText(text);
    textReadings({ readings: { a: { json: 'a.b' }, b: { as: 'number' }, c: { line: -1 } } })(text);
    expect(performance.now() - started, JSON.stringify(piece)).toBeLessThan(1_000);
  }
});
