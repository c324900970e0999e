import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PNG } from 'pngjs';
import { expect } from 'vitest';

/**
 * What `matchesGolden` is for texts: compares a PNG file with a picture, by pixels, as files with the same ones may differ.
 * What is wrong is left beside, and `words` tell it too; `LCDFLOW_GOLDEN=write` writes the file instead.
 */
export function matchesPicture(file: string, png: Uint8Array, words = ''): void {
  const difference = existsSync(file) ? differenceOf(readPng(readFileSync(file)), readPng(png)) : 'there is none yet';
  const beside = join(dirname(file), `actual.${basename(file)}`);
  const accepted = process.env.LCDFLOW_GOLDEN === 'write';
  if (difference !== undefined) writeFileSync(accepted ? file : beside, png);
  if (difference === undefined || accepted) rmSync(beside, { force: true });
  else expect.fail(`${basename(file)}: ${difference}; it is now ${beside}. LCDFLOW_GOLDEN=write accepts it\n${words}`);
}

const readPng = (bytes: Uint8Array): PNG => PNG.sync.read(Buffer.from(bytes));

function differenceOf(wanted: PNG, actual: PNG): string | undefined {
  const [before, now] = [wanted, actual].map(({ width, height }) => `${width} x ${height} pixels`);
  if (before !== now) return `${before} are expected, not ${now}`;
  const pixels = Array.from({ length: wanted.width * wanted.height }, (_, index) => index);
  const wrong = pixels.filter((index) => wanted.data.readUInt32BE(4 * index) !== actual.data.readUInt32BE(4 * index));
  if (wrong.length === 0) return undefined;
  const [xs, ys] = [wrong.map((index) => index % wanted.width), wrong.map((index) => Math.floor(index / wanted.width))];
  const least = (places: readonly number[]): number => places.reduce((a, b) => Math.min(a, b));
  const most = (places: readonly number[]): number => places.reduce((a, b) => Math.max(a, b));
  return `${wrong.length} pixels differ, from ${least(xs!)},${least(ys!)} to ${most(xs!)},${most(ys!)}`;
}
