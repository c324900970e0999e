import type { Attempt } from '../keep-readings.ts';
import type { Readings } from '../types.ts';
import type { TextOptions } from './text-options.ts';
import { textReadings, wholeText } from './text-readings.ts';

/** Of more lines than these that come at once only the newest are looked at. */
export const MOST_LINES_AT_ONCE = 1_000;

/**
 * Readings out of lines that come one after the other: those of the newest line, and of what the options name the newest
 * that was found. Lines that lack it are fine; it is a problem when no line has had any of it.
 */
export function lineReadings(options: TextOptions): (lines: readonly string[]) => Attempt {
  const read = textReadings(options);
  let whole: Readings = {};
  let found: Readings = {};
  return (lines) => {
    let missing: string | undefined;
    for (const line of lines.slice(-MOST_LINES_AT_ONCE)) {
      const { readings, problem } = read(line);
      found = { ...found, ...readings };
      missing = problem;
    }
    const newest = lines.at(-1);
    if (newest !== undefined) whole = wholeText(newest);
    const isLacking = missing !== undefined && Object.keys(found).length === 0;
    return { readings: { ...whole, ...found }, ...(isLacking && { problem: missing! }) };
  };
}
