import { columnsOf } from '../text/columns.ts';
import { graphemes } from '../text/graphemes.ts';

/** Blanks between the end of a text that moves and its next beginning. */
export const MARQUEE_GAP = 3;

/**
 * What shows of an endless band `text   text   text` through a window of so many letters, after the band has moved
 * `step` letters to the left. For texts that do not fit: one that fits is repeated, too. A step of NaN is 0.
 */
export function marqueeText(text: string, columns: number, step: number): string {
  const band = [...cellsOf(text), ...' '.repeat(MARQUEE_GAP)];
  const whole = Number.isFinite(step) ? Math.floor(step) : 0;
  const start = ((whole % band.length) + band.length) % band.length;
  const length = Math.max(0, columns);
  const shown = Array.from({ length }, (_, index) => band[(start + index) % band.length]!);
  return shown.map((letter, index) => (isCut(shown, index) ? ' ' : letter)).join('');
}

/** One entry for each cell of letters; the second of a wide letter is empty. */
const cellsOf = (text: string): readonly string[] =>
  graphemes(text).flatMap((letter) => (columnsOf(letter) === 2 ? [letter, ''] : [letter]));

/** Whether the window shows half of a wide letter only. */
const isCut = (shown: readonly string[], index: number): boolean =>
  (shown[index] === '' && index === 0) ||
  (shown[index] !== '' && index === shown.length - 1 && columnsOf(shown[index]!) === 2);
