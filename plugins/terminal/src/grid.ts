import type { Size } from '@lcdflow/core';
import { printable } from './printable.ts';
import { RunWriter } from './run-writer.ts';
import { PLAIN, type Run, type Style } from './style.ts';

/** One terminal cell as it should look. */
export interface GridCell {
  readonly letter: string;
  readonly style: Style;
}

const EMPTY_CELL: GridCell = { letter: ' ', style: PLAIN };
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of them
const SEQUENCE = /\x1b\[([0-?]*)[ -/]*([@-~])|\x1b|[^\x1b]+/gu;

const rgb = (parts: readonly number[]): number =>
  parts.reduce((color, part) => (color << 8) | Math.min(255, Math.max(0, part)), 0);

function without(style: Style, part: keyof Style): Style {
  const { [part]: _, ...rest } = style;
  return rest;
}

/** One step of an SGR sequence: takes its numbers from the front of the list. */
function step(style: Style, numbers: number[]): Style {
  const code = numbers.shift();
  if (code === 0) return PLAIN;
  if (code === 7) return { ...style, inverted: true };
  if (code === 27) return without(style, 'inverted');
  if (code === 39) return without(style, 'ink');
  if (code === 49) return without(style, 'paper');
  if ((code === 38 || code === 48) && numbers.shift() === 2) {
    const color = rgb(numbers.splice(0, 3));
    return code === 38 ? { ...style, ink: color } : { ...style, paper: color };
  }
  return style;
}

function restyled(style: Style, parameters: string): Style {
  const numbers = parameters.split(';').map(Number);
  let result = style;
  while (numbers.length > 0) result = step(result, numbers);
  return result;
}

/** What a region of the terminal should show: kept so that it can be painted again at any time. */
export class Grid implements Size {
  readonly width: number;
  readonly height: number;
  readonly #cells: GridCell[];

  constructor({ width, height }: Size) {
    this.width = width;
    this.height = height;
    this.#cells = new Array<GridCell>(width * height).fill(EMPTY_CELL);
  }

  /**
   * Writes text with SGR sequences from a place on; beginning from no style. Sequences other than the SGR of the
   * protocol do nothing, what does not fit is dropped. Returns the column behind the text, at most the width.
   */
  write(row: number, column: number, text: string): number {
    let style = PLAIN;
    let at = column;
    for (const [part, parameters, final] of text.matchAll(SEQUENCE)) {
      if (final === 'm') style = restyled(style, parameters!);
      else if (final === undefined && part !== '\x1b') for (const letter of part) this.#put(row, at++, letter, style);
    }
    return Math.min(at, this.width);
  }

  /** The cells of a row from one column up to, but not with, another. */
  row(row: number, from = 0, to = this.width): readonly GridCell[] {
    return this.#cells.slice(row * this.width + from, row * this.width + to);
  }

  /** The same as runs of text. */
  runs(row: number, from: number, to: number): readonly Run[] {
    const writer = new RunWriter();
    for (const { letter, style } of this.row(row, from, to)) writer.add(letter, style);
    return writer.end();
  }

  #put(row: number, column: number, letter: string, style: Style): void {
    if (row >= this.height || column >= this.width) return;
    this.#cells[row * this.width + column] = { letter: String.fromCodePoint(printable(letter.codePointAt(0)!)), style };
  }
}
