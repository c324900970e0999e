import { filmOf, matchesGolden, renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import fc from 'fast-check';
import { concat, map, NEVER, of, timer } from 'rxjs';
import { expect, test } from 'vitest';
import { text } from './index.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const line: WidgetProof = { width: 12, height: 1, cell: 'character' };
const title = 'Blue in Green';

test('a text with readings on 20 x 2 characters', () => {
  const value = '{{ host.name }}\n{{ cpu.busy }} % busy';
  const host = concat(of('raspi\n- % busy'), timer(1000).pipe(map(() => 'raspi\n37 % busy')));
  const proof: WidgetProof = { width: 20, height: 2, cell: 'character', values: { [value]: host } };
  matchesGolden(golden('20x2.txt'), filmOf(renderWidget(text, { value, align: 'right' }, proof), 2000));
});

test('a text on 128 x 16 pixels, in its own font and fitted', () => {
  const proof: WidgetProof = { width: 128, height: 16, cell: 'pixel' };
  const films = [{}, { font: 'fit', align: 'center' }, { font: '5x7', vertical: 'bottom', inverted: true }].map(
    (look) => filmOf(renderWidget(text, { value: 'Blue in Green', ...look }, proof), 0),
  );
  matchesGolden(golden('128x16.txt'), films.join('\n'));
});

test('a line that is too long is cut off, and no clock is asked', () => {
  expect(shotsOf(renderWidget(text, { value: title }, line), 60_000)).toEqual([{ at: 0, picture: '|Blue in Gree|\n' }]);
});

test('a marquee moves a line that is too long', () => {
  const pictures = renderWidget(text, { value: title, overflow: 'marquee' }, line);
  matchesGolden(golden('marquee-12x1.txt'), filmOf(pictures, 4250));
});

test('a marquee moves as fast as asked', () => {
  const pictures = renderWidget(text, { value: title, overflow: 'marquee', speed: 10 }, line);
  expect(shotsOf(pictures, 300).map(({ at }) => at)).toEqual([0, 100, 200, 300]);
});

test('a marquee whose words fit stands still', () => {
  const pictures = renderWidget(text, { value: 'So What', overflow: 'marquee' }, line);
  expect(shotsOf(pictures, 60_000)).toEqual([{ at: 0, picture: '|So What     |\n' }]);
});

test('a marquee goes on from where it is when only letters change, and anew with another length', () => {
  const value = '{{ title }}';
  const titles = concat(
    of('Blue in Green'),
    timer(600).pipe(map(() => 'blue IN green')),
    timer(600).pipe(map(() => 'So What')),
    timer(600).pipe(map(() => 'All Blues again')),
    NEVER,
  );
  const pictures = renderWidget(text, { value, overflow: 'marquee' }, { ...line, values: { [value]: titles } });
  expect(shotsOf(pictures, 2100).map(({ at, picture }) => `${at} ${picture.trim()}`)).toEqual([
    '0 |Blue in Gree|',
    '250 |lue in Green|',
    '500 |ue in Green |',
    '600 |ue IN green |',
    '750 |e IN green  |',
    '1000 | IN green   |',
    '1200 |So What     |',
    '1800 |All Blues ag|',
    '2000 |ll Blues aga|',
  ]);
});

test('letters have the colour of a limit that is reached, by the first expression or another one', () => {
  const value = '{{ cpu.busy }} %, {{ load.one }}';
  const values = { [value]: '90 %, 1', 'cpu.busy': 90, 'load.one': 1 };
  const proof: WidgetProof = { width: 12, height: 8, cell: 'pixel', colors: 65536, values };
  const ink = (look: object): string =>
    shotsOf(renderWidget(text, { value, color: 'silver', ...look }, proof), 0)[0]!
      .picture.trim()
      .split(' ')
      .at(-1)!;
  const colors = [{ from: 80, color: 'red' }];
  expect(ink({})).toBe('#c0c0c0');
  expect(ink({ colors })).toBe('#ff0000');
  expect(ink({ colors, colorBy: 'load.one' })).toBe('#c0c0c0');
  expect(ink({ colors, value: 'words' })).toBe('#c0c0c0');
});

test('the ground of inverted letters that blink changes its colour with them', () => {
  const values = { '{{ cpu.busy }}': '90', 'cpu.busy': concat(of(5), timer(1500).pipe(map(() => 90))) };
  const proof: WidgetProof = { width: 6, height: 8, cell: 'pixel', colors: 65536, values };
  const look = { value: '{{ cpu.busy }}', colors: [{ from: 80, color: 'red' }], inverted: true, blinking: true };
  const shots = shotsOf(renderWidget(text, look, proof), 1700).filter(({ at }) => at >= 1000);
  expect(shots.map(({ at, picture }) => `${at} ${picture.includes('#ff0000')}`)).toContain('1500 true');
});

test('any options and any text are drawn somehow', () => {
  const options = fc.record(
    {
      align: fc.constantFrom('left', 'center', 'right'),
      vertical: fc.constantFrom('top', 'middle', 'bottom'),
      font: fc.constantFrom('fit', '4x6', '32x64'),
      overflow: fc.constantFrom('clip', 'marquee', 'pingpong', 'wrap', 'shrink'),
      pause: fc.constantFrom('0s', '1s', 'soon'),
      prefix: fc.string({ unit: 'binary', maxLength: 5 }),
      postfix: fc.string({ unit: 'binary', maxLength: 5 }),
      bold: fc.boolean(),
      underlined: fc.boolean(),
      blinking: fc.boolean(),
      background: fc.constantFrom('navy', 'no colour'),
      speed: fc.constantFrom(0.1, 3.3, 50),
      inverted: fc.boolean(),
      color: fc.constantFrom('white', '#f80', 'no colour'),
      colors: fc.constantFrom([{ from: 0, color: 'red' }], []),
      colorBy: fc.constant('words'),
    },
    { requiredKeys: [] },
  );
  const size = fc.integer({ min: 1, max: 70 });
  const cell = fc.constantFrom('pixel' as const, 'character' as const);
  const shown = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(options, shown, size, size, cell, (look, words, width, height, cell) => {
      const proof = { width, height, cell, values: { words } };
      expect(shotsOf(renderWidget(text, { ...look, value: 'words' }, proof), 500).length).toBeGreaterThan(0);
    }),
  );
});
