import { type DisplayPlan, run } from '@lcdflow/core';
import { picolcd } from '@lcdflow/plugin-picolcd';
import { first, of, takeUntil, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import { difference, pagePicture, programOf } from './random/pictures.ts';
import { Plug } from './random/plug.ts';

const MINUTE = 60_000;
const SOON = 2_000;
/** ms after which nobody waits any more. */
const LATEST = 8_000;
const NEVER_TOLD = Number.POSITIVE_INFINITY;
const VALUE = 42;

interface Away {
  /** ms from pulling the panel to putting another in. */
  readonly away: number;
  /** ms after which this machine is told; never when infinite. */
  readonly told?: number;
  /** ms that the kernel needs to set it up. */
  readonly settling?: number;
}

/** Pulls the panel after a second and puts another in; returns after how many ms the picture is complete, to within 10. */
function back({ away, told = 0, settling = 0 }: Away): { readonly after: number; readonly backlight: number } {
  let after = Number.POSITIVE_INFINITY;
  let backlight = 0;
  new TestScheduler(() => {}).run(() => {
    const plug = new Plug([]);
    const plan = { name: 'front', driver: picolcd, model: picolcd.models[0]!, device: 'attached', fps: 10 } as const;
    const options = { model: '256x64', backlight: '80%', contrast: '25%', leds: [], columns: 'any' };
    const program = programOf(of(VALUE), (pages): DisplayPlan => ({ ...plan, options, pages }));
    const { log } = plug.context;
    const host = { log, context: () => plug.context, arrivals: () => plug.arrivals };
    const start = 1_000 + away;
    const isComplete = () =>
      plug.open > 0 && difference(plug.panel.device.glass(), pagePicture(0, VALUE)) === undefined;
    timer(1_000).subscribe(() => plug.pull());
    timer(start).subscribe(() => plug.putIn(told === 0, settling));
    if (told > 0 && told < LATEST) timer(start + told).subscribe(() => plug.arrivals.next());
    timer(start + 10, 10)
      .pipe(first(isComplete), takeUntil(timer(start + LATEST)))
      .subscribe({
        next: (count) => {
          after = 10 * (count + 1);
          backlight = plug.panel.device.controls().backlight!;
        },
        error: () => {},
      });
    run(program, host)
      .pipe(takeUntil(timer(start + LATEST)))
      .subscribe();
  });
  return { after, backlight };
}

test.each([500, 10_000, MINUTE, 5 * MINUTE])('a panel that was away for %d ms is repainted within 2 s', (away) => {
  const { after, backlight } = back({ away });
  expect(after).toBeLessThanOrEqual(SOON);
  expect(backlight).toBeCloseTo(0.8, 2);
});

test.each([0, 200, 900, 1_050, 1_300, 2_500, 4_000])('a panel that the kernel sets up for %d ms', (settling) => {
  // Seven packets of the opening and 64 of the picture, 8 ms each; at worst the next look comes 100 ms later.
  const { after } = back({ away: MINUTE, settling });
  expect(after).toBeGreaterThan(settling + 560);
  expect(after).toBeLessThanOrEqual(settling + 700);
});

test('one that is told of while it is being looked at is not forgotten', () => {
  // Lost after 1 s, looked for after 2 s: it is there, but not ready until that look has given up.
  expect(back({ away: 990, told: 500, settling: 1_300 }).after).toBeLessThanOrEqual(1_300 + 700);
});

test('where nobody is told of arrivals it may take until the next attempt', () => {
  expect(back({ away: 500, told: NEVER_TOLD }).after).toBeLessThanOrEqual(SOON);
  expect(back({ away: MINUTE + 10_000, told: NEVER_TOLD }).after).toBeGreaterThan(SOON);
});
