import { blankFrame, type Frame, INVERTED } from '@lcdflow/core';
import { hex } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { encodeArea, encodeFrame, encodeOpening } from './encode.ts';
import { type Letters, shownAs } from './letters.ts';

/** A row of 20 cells; letters between `[` and `]` are inverted. */
function row(text: string): Frame {
  const frame = blankFrame({ width: 20, height: 3 }, 0x20);
  let [x, flag] = [0, 0];
  for (const letter of text) {
    if (letter === '[' || letter === ']') flag = letter === '[' ? INVERTED : 0;
    else frame.cells[20 + x++] = (letter.codePointAt(0)! + flag) >>> 0;
  }
  return frame;
}
/** Controls as a person reads them. */
const text = (packet: Uint8Array): string =>
  String.fromCharCode(...packet)
    .replaceAll('\x1b', 'ESC ')
    .replaceAll('\x0e', '<SO>')
    .replaceAll('\x0f', '<SI>');
const sent = (letters: Letters, line: string, x = 0, width = 20): string =>
  text(encodeArea(row(line), { x, y: 1, width, height: 1 }, letters));

test.each([
  ['ascii', 'ESC (BESC )0<SI>ESC [?25lESC [?7lESC [mESC [2J'],
  ['latin-1', 'ESC (BESC )0<SI>ESC [?25lESC [?7lESC [mESC [2J'],
  ['utf-8', 'ESC %GESC [?25lESC [?7lESC [mESC [2J'],
] as const)('opening with %s', (letters, expected) => {
  expect(text(encodeOpening(letters))).toBe(expected);
});

test.each([
  ['letters, and the rest of the row erased', 'Hello', 0, 20, 'ESC [2;1HHelloESC [K'],
  ['the middle of a row is written', 'Hello', 3, 6, 'ESC [2;4Hlo    '],
  ['a few blanks at the end are written', 'Hello 45678901234', 0, 20, 'ESC [2;1HHello 45678901234   '],
  ['an empty row', '', 0, 20, 'ESC [2;1HESC [K'],
  ['the last column', 'abcdefghijklmnopqrst', 19, 1, 'ESC [2;20Ht'],
  ['reverse, and normal again', 'a[b c]d', 0, 5, 'ESC [2;1HaESC [7mb cESC [md'],
  ['reverse to the end', '[ab]', 0, 2, 'ESC [2;1HESC [7mabESC [m'],
  ['lines', '┌──┐', 0, 4, 'ESC [2;1H<SO>lqqk<SI>'],
  ['a blank needs no other set', '│ │a', 0, 4, 'ESC [2;1H<SO>x x<SI>a'],
] as const)('%s', (_, line, x, width, expected) => {
  expect(sent('ascii', line, x, width)).toBe(expected);
});

test('with Unicode lines are letters', () => {
  expect(hex(encodeArea(row('é│'), { x: 0, y: 0, width: 0, height: 0 }, 'utf-8'))).toBe('');
  expect(hex(encodeArea(row('é│'), { x: 0, y: 1, width: 2, height: 1 }, 'utf-8'))).toBe(
    '1b 5b 32 3b 31 48 c3 a9 e2 94 82',
  );
  expect(hex(encodeArea(row('é│'), { x: 0, y: 1, width: 2, height: 1 }, 'latin-1'))).toBe(
    '1b 5b 32 3b 31 48 e9 0e 78 0f',
  );
});

const shown = (letter: string, letters: Letters): string => {
  const cell = shownAs(letter.codePointAt(0)!, letters);
  return cell >= INVERTED ? `[${String.fromCodePoint(cell - INVERTED)}]` : String.fromCodePoint(cell);
};

test.each([
  ['a', 'a', 'a', 'a'],
  ['é', '?', 'é', 'é'],
  ['─', '─', '─', '─'],
  ['═', '─', '─', '═'],
  ['╭', '┌', '┌', '╭'],
  ['°', '°', '°', '°'],
  ['π', 'π', 'π', 'π'],
  ['█', '[ ]', '[ ]', '█'],
  ['▄', '[ ]', '[ ]', '▄'],
  ['▃', ' ', ' ', '▃'],
  ['▌', '[ ]', '[ ]', '▌'],
  ['▎', ' ', ' ', '▎'],
  ['▓', '▒', '▒', '▓'],
  ['€', '?', '?', '€'],
  ['日', '?', '?', '?'],
  ['\x07', '?', '?', '?'],
])('%j is shown as %s in ASCII, %s in Latin 1, %s in Unicode', (letter, ...expected) => {
  expect((['ascii', 'latin-1', 'utf-8'] as const).map((letters) => shown(letter, letters))).toEqual(expected);
});

test('inverted blocks are the other way round', () => {
  expect(shownAs((0x2588 + INVERTED) >>> 0, 'ascii')).toBe(0x20);
  expect(shownAs((0x2581 + INVERTED) >>> 0, 'ascii')).toBe((0x20 + INVERTED) >>> 0);
  expect(shownAs((0x65e5 + INVERTED) >>> 0, 'ascii')).toBe((0x3f + INVERTED) >>> 0);
});

test('what is shown is shown as itself', () => {
  for (const letters of ['ascii', 'latin-1', 'utf-8'] as const) {
    const all = { width: 0x3000, height: 1, cells: Uint32Array.from({ length: 0x3000 }, (_, code) => code) };
    const once = encodeFrame(all, letters);
    expect(encodeFrame(once, letters)).toEqual(once);
  }
});
