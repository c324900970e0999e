import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { hoursOfFifty } from './fifty/hours.ts';

const HOURS = 24;
/** Each reading comes every five minutes instead of every second. */
const SLOWER = 300;
/**
 * What the second half of the day may add to the heap, in MB. V8 still learns then: that was up to 1.4. If each frame were
 * kept, 30 would be added; what is less the bench sees, in ten times as many readings.
 */
const GROWTH = 4;

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

/** The heap with the cells of frames, which lie beside it, in MB after cleaning up. */
function weighed(): number {
  gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

test('fifty widgets go on for a day, and the heap does not grow', { timeout: 120_000 }, () => {
  const { heap, shown, complaints } = hoursOfFifty(HOURS, SLOWER, weighed);
  expect(complaints).toEqual([]);
  expect(heap).toHaveLength(HOURS);
  // Pages turn, clocks and bars change: an hour in which little was shown is one in which something has stopped.
  expect(Math.min(...shown)).toBeGreaterThan(Math.max(...shown) / 2);
  expect(heap.at(-1)! - heap[HOURS / 2]!).toBeLessThan(GROWTH);
});
