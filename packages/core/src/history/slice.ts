const SPAN = 300_000;
const SHORTEST = 100;
/** Well below what a timer can wait for, which is 24 days. */
const LONGEST = 86_400_000;

/**
 * The time one column stands for, in ms: 100 ms to one day, in steps of 100 ms, and from 10 s on in steps of one
 * second, so that graphs move together with all else that changes on the second.
 */
export function sliceOf(span: number | undefined, columns: number): number {
  const slice = (span ?? SPAN) / Math.max(1, columns);
  const step = slice < 10_000 ? SHORTEST : 1_000;
  return Math.min(LONGEST, Math.max(SHORTEST, Math.round(slice / step) * step));
}
