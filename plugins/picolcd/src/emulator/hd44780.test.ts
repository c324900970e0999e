import { letterDots } from '@lcdflow/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Hd44780 } from './hd44780.ts';

const ON = 0x0c;

/** What the four rows show, as text: blanks at the end are left out. */
function rows(chip: Hd44780): string[] {
  const codeOf = new Map(Array.from({ length: 0x5e }, (_, index) => [letterDots(0x20 + index).join(), 0x20 + index]));
  return [0, 1, 2, 3].map((row) =>
    String.fromCharCode(
      ...Array.from({ length: 20 }, (_, column) => codeOf.get(chip.dots(row, column).join()) ?? 0x3f),
    ).trimEnd(),
  );
}

/** A chip after commands and texts. */
function after(...steps: readonly (number | string)[]): Hd44780 {
  const chip = new Hd44780();
  for (const step of steps)
    if (typeof step === 'number') chip.command(step);
    else for (const letter of step) chip.write(letter.charCodeAt(0));
  return chip;
}

const LONG = 'abcdefghijklmnopqrstuvwxyz';

test.each([
  ['the commands of the four rows', [0x80, 'one', 0xc0, 'two', 0x94, 'three', 0xd4, 'four'], 'one|two|three|four'],
  ['the third row goes on where the first ends', [0x80, LONG], 'abcdefghijklmnopqrst||uvwxyz|'],
  ['the fourth row goes on where the second ends', [0xc0, LONG], '|abcdefghijklmnopqrst||uvwxyz'],
  ['the second line follows the first', [0x80 + 0x27, 'ab'], '|b|                   a|'],
  ['the first line follows the second', [0x80 + 0x67, 'ab'], 'b|||                   a'],
  ['places beyond a line begin it again', [0x80 + 0x28, 'a', 0x80 + 0x7f, 'b'], 'a|||   b'],
  ['clear', [0x80, 'one', 0xd4, 'four', 0x01, 'a'], 'a|||'],
  ['home', [0x80, 'one', 0x02, 'a'], 'ane|||'],
  ['home, the lowest bit does not count', [0x80, 'one', 0x03, 'a'], 'ane|||'],
  ['to the left', [0x80 + 2, 0x04, 'abc'], 'cba|||'],
  ['clear goes to the right again', [0x04, 0x01, 'ab'], 'ab|||'],
  ['the cursor to the right and left', [0x80, 'a', 0x14, 'b', 0x10, 0x10, 'c'], 'acb|||'],
  ['bytes that do nothing', [0x80, 'a', 0x00, 0x30, 0x38, 0x20, 'b'], 'ab|||'],
])('%s', (_, steps, shown) => expect(rows(after(...steps)).join('|')).toBe(shown));

test('the picture moves left and right, also with what is written', () => {
  expect(rows(after(0x80, 'abc', 0x18))[0]).toBe('bc');
  expect(rows(after(0x80, 'abc', 0x1c))[0]).toBe(' abc');
  expect(rows(after(0x80, 'abc', 0x1c, 0x02))[0]).toBe('abc');
  expect(rows(after(0x80 + 5, 0x07, 'abc'))[0]).toBe('  abc');
});

test('on and off; off until told otherwise', () => {
  expect([after(), after(ON), after(ON, 0x08), after(ON, 0x0f)].map(({ on }) => on)).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

test('user-defined characters: a row of five dots each, the place moves on and wraps', () => {
  const chip = after(0x40 + 8 + 6);
  for (const row of [0xff, 0x15, 0x0e]) chip.write(row);
  chip.command(0x80);
  for (const code of [1, 2, 9, 10]) chip.write(code);
  expect([0, 1, 2, 3].map((column) => [...chip.dots(0, column)])).toEqual([
    [0, 0, 0, 0, 0, 0, 0x1f, 0x15],
    [0x0e, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0x1f, 0x15],
    [0x0e, 0, 0, 0, 0, 0, 0, 0],
  ]);
  chip.command(0x7f);
  for (const row of [1, 2]) chip.write(row);
  chip.command(0x80);
  for (const code of [7, 0]) chip.write(code);
  expect([chip.dots(0, 0)[7], chip.dots(0, 1)[0]]).toEqual([1, 2]);
});

test('the ROM where it is not ASCII', () => {
  const chip = after(0x80);
  for (const code of [0x5c, 0x7e, 0x7f, 0xb1, 0xff, 0x90]) chip.write(code);
  const dots = [0, 1, 2, 3, 4].map((column) => [...chip.dots(0, column)]);
  expect(dots).toEqual(['¥', '→', '←', 'ｱ', '█'].map((letter) => [...letterDots(letter.codePointAt(0)!)]));
  expect([...chip.dots(0, 5)].slice(0, 2)).toEqual([0x15, 0x0a]);
});

// An independent picture: letters by line and column, the place as one number.
const step = fc.oneof(
  fc.record({ kind: fc.constant('place' as const), line: fc.nat(1), column: fc.nat(39) }),
  fc.record({ kind: fc.constant('letter' as const), code: fc.integer({ min: 0x21, max: 0x5b }) }),
  fc.record({ kind: fc.constant('direction' as const), right: fc.boolean() }),
  fc.record({ kind: fc.constant('define' as const), row: fc.nat(63) }),
);

test('any sequence of commands and letters shows what a simple model shows', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const chip = new Hd44780();
      const shown = ['', ''].map(() => new Array<string>(40).fill(' '));
      let [at, by, defining] = [0, 1, false];
      for (const one of steps) {
        if (one.kind === 'place') {
          chip.command(0x80 + 0x40 * one.line + one.column);
          [at, defining] = [40 * one.line + one.column, false];
        } else if (one.kind === 'direction') {
          chip.command(one.right ? 0x06 : 0x04);
          by = one.right ? 1 : -1;
        } else if (one.kind === 'define') {
          chip.command(0x40 + one.row);
          defining = true;
        } else {
          chip.write(one.code);
          if (defining) continue;
          shown[at < 40 ? 0 : 1]![at % 40] = String.fromCharCode(one.code);
          at = (at + by + 80) % 80;
        }
      }
      const lines = shown.map((line) => line.join(''));
      const wanted = [lines[0]!.slice(0, 20), lines[1]!.slice(0, 20), lines[0]!.slice(20), lines[1]!.slice(20)];
      expect(rows(chip)).toEqual(wanted.map((row) => row.trimEnd()));
    }),
  );
});
