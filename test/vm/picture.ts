import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from '@lcdflow/core';
import type { Lcd } from './lcd.ts';
import { check, until } from './steps.ts';

/** Ink as `#`, paper as blank, row by row. The darker of two colours is ink; one colour alone is paper. */
export function inkOf({ width, cells }: Frame): readonly string[] {
  const blue = (cell: number): number => cell & 0xff;
  const darkest = cells.reduce((least, cell) => Math.min(least, blue(cell)), 0xff);
  const lightest = cells.reduce((most, cell) => Math.max(most, blue(cell)), 0);
  const letter = (cell: number) => (darkest !== lightest && blue(cell) === darkest ? '#' : ' ');
  const rows = Array.from({ length: cells.length / width }, (_, y) => cells.subarray(y * width, (y + 1) * width));
  return rows.map((row) => Array.from(row, letter).join(''));
}

/** A glass as `lcd` prints it: two rows of pixels are one of half blocks. */
export function textOf(frame: Frame): string {
  const ink = inkOf(frame);
  const lines = Array.from({ length: Math.ceil(ink.length / 2) }, (_, line) => {
    const [upper, lower = ''] = ink.slice(2 * line, 2 * line + 2) as [string, string?];
    const block = (x: number) => ' ▀▄█'[(upper[x] === '#' ? 1 : 0) + (lower[x] === '#' ? 2 : 0)]!;
    return Array.from(upper, (_, x) => block(x))
      .join('')
      .trimEnd();
  });
  return lines.join('\n').trimEnd();
}

/** The picture below the title in what `lcd` prints; of a glass with so many rows of pixels. */
export function printedPicture(output: string, title: string, rows = 64): string {
  const from = output.indexOf(title);
  check(from >= 0, () => `no picture "${title}" in:\n${output}`);
  const lines = output
    .slice(from)
    .split('\n')
    .slice(1, 1 + Math.ceil(rows / 2));
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}

const fileOf = (results: string, pictures: string): string => join(results, `${pictures}.txt`);

/** Whether `expectedPage` is there already. */
export const isPictured = (results: string, pictures: string): boolean => existsSync(fileOf(results, pictures));

/** What a display shows: boot.sh has it drawn on an emulated one that no USB is between. */
export const expectedPage = (results: string, pictures: string, title = 'front: picolcd 256x64', rows = 64): string =>
  printedPicture(readFileSync(fileOf(results, pictures), 'utf8'), title, rows);

/** ms between two looks at a glass: each takes the processor from the device that it is of. */
const LOOK = 100;

/** Waits until `run` has drawn a picture on a glass; the error has both, and what it said. */
export async function shows(run: Lcd, glass: () => Frame, expected: string, patience = 60): Promise<void> {
  check(expected !== '', () => 'the expected picture is empty');
  const isThere = () => textOf(glass()) === expected;
  await until('the glass shows the picture', isThere, patience, LOOK).catch((error: Error) => {
    throw new Error(`${error.message}; it shows:\n${textOf(glass())}\nand not:\n${expected}\nlcd said:\n${run.said()}`);
  });
}
