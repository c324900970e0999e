import type { ReadingDescription } from '@lcdflow/core';

/** Shares of a whole, 0 to 100 %. */
export const percent = (meaning: string): ReadingDescription => ({ unit: '%', range: [0, 100], meaning });

/** Bytes; `most` names the reading that is the largest value. */
export const bytes = (meaning: string, most?: string): ReadingDescription => ({
  unit: 'B',
  ...(most !== undefined && { range: [0, most] }),
  meaning,
});

/** Bytes a second. */
export const bytesPerSecond = (meaning: string): ReadingDescription => ({ unit: 'B/s', meaning });

/** A plain number or a text. */
export const plain = (meaning: string): ReadingDescription => ({ unit: '', meaning });

/** The option all sources take. */
export const everyOption = <const D extends string>(duration: D) => ({
  type: 'string' as const,
  format: 'duration' as const,
  default: duration,
  description: 'Time between two measurements, at least 50ms.',
});

/** `part` of `whole` in %, inside 0 to 100; `undefined` when there is no whole. */
export const percentOf = (part: number, whole: number): number | undefined =>
  whole > 0 ? Math.min(100, Math.max(0, (part * 100) / whole)) : undefined;
