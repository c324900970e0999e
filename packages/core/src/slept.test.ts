import { concat, NEVER, of } from 'rxjs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expressions, leaf, logged, page, panel, widget, word } from '../test/programs.ts';
import { run } from './run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const HOUR = 3_600_000;

/** A display that has been shown for 7 s when the machine's clock jumps by so many ms; then 7 more seconds go by. */
async function jumped(by: number, bus: string | undefined) {
  const { plan, shows, opened } = panel({ open: (display) => concat(of(display), NEVER) });
  const hi = page(leaf(widget('hi', () => of(word('hi')))));
  const { lines, log } = logged();
  const display = plan(hi);
  const driver = { ...display.driver, ...(bus !== undefined && { bus }) };
  const host = { log, context: () => ({ connect: () => NEVER, display: 'front', log }) };
  const running = run({ displays: [{ ...display, driver }], sources: [], keys: [], expressions }, host).subscribe();
  await vi.advanceTimersByTimeAsync(7_000);
  vi.setSystemTime(Date.now() + by);
  await vi.advanceTimersByTimeAsync(7_000);
  running.unsubscribe();
  return { shows, opened: opened(), lines };
}

test('a display on a bus is opened again after its machine has slept: it may have lost its power, and not all tell', async () =>
  expect(await jumped(HOUR, 'serial')).toEqual({
    shows: ['hi  ', 'hi  '],
    opened: 2,
    lines: ['warn front: this machine has slept; trying again', 'info front: is back'],
  }));

test.each([0, 9_000, -HOUR])('a clock that is set by %d ms changes nothing', async (by) =>
  expect(await jumped(by, 'serial')).toEqual({ shows: ['hi  '], opened: 1, lines: [] }),
);

test('a display on no bus goes on', async () => expect((await jumped(HOUR, undefined)).opened).toBe(1));
