import type { Frame, Rect } from '@lcdflow/core';
import { INVERTED } from '@lcdflow/core';
import type { TextRow } from '../src/style.ts';
import type { SeenCell, VirtualTerminal } from './virtual-terminal.ts';

/** A frame from a picture: `#` is white, `.` black, other letters stand in the palette. */
export function pixels(picture: readonly string[], palette: Readonly<Record<string, number>> = {}): Frame {
  const colors: Readonly<Record<string, number>> = { '#': 0xffffff, '.': 0, ...palette };
  const cells = Uint32Array.from(picture.join(''), (letter) => colors[letter]!);
  return { width: picture[0]!.length, height: picture.length, cells };
}

/** A frame of letters; rows in `inverted` are dark on light. */
export function characters(rows: readonly string[], inverted: readonly number[] = []): Frame {
  const cells = rows.flatMap((row, y) =>
    Array.from(row, (letter) => (letter.codePointAt(0)! | (inverted.includes(y) ? INVERTED : 0)) >>> 0),
  );
  return { width: Array.from(rows[0]!).length, height: rows.length, cells: Uint32Array.from(cells) };
}

/** All of a frame. */
export const whole = ({ width, height }: Frame): Rect => ({ x: 0, y: 0, width, height });

/** The letters of text rows, without their style. */
export const lettersOf = (rows: readonly TextRow[]): string[] =>
  rows.map(({ runs }) => runs.map(({ text }) => text).join(''));

const BRAILLE_DOTS = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
];

function pixelOf({ letter, ink, paper }: SeenCell, dx: number, dy: number): number | undefined {
  if (letter === ' ') return paper;
  if (letter === '█') return ink;
  if (letter === '▀') return dy === 0 ? ink : paper;
  if (letter === '▄') return dy === 0 ? paper : ink;
  return (letter.codePointAt(0)! - 0x2800) & BRAILLE_DOTS[dy]![dx]! ? ink : paper;
}

/** What a person sees: the pixels in the terminal's cells from row 1 (below the title) on. */
export function seenPixels(terminal: VirtualTerminal, frame: Frame, glyph: 'half' | 'braille', top = 1): Frame {
  const [width, height] = glyph === 'half' ? [1, 2] : [2, 4];
  const cells = Uint32Array.from(frame.cells, (_, index) => {
    const [x, y] = [index % frame.width, Math.floor(index / frame.width)];
    const cell = terminal.cell(top + Math.floor(y / height), Math.floor(x / width));
    return pixelOf(cell, x % width, y % height) ?? 0x1_0000_00;
  });
  return { width: frame.width, height: frame.height, cells };
}
