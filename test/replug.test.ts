import { type DisplayPlan, run } from '@lcdflow/core';
import { picolcd } from '@lcdflow/plugin-picolcd';
import { of, takeUntil, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import { difference, pagePicture, programOf } from './random/pictures.ts';
import { Plug } from './random/plug.ts';

const MINUTE = 60_000;
const SOON = 2_000;
const VALUE = 42;

/** Pulls the panel after a second and puts another in; returns whether the picture is complete two seconds later. */
function isBack(away: number, isHeard: boolean): { readonly picture: boolean; readonly backlight: number } {
  let picture = false;
  let backlight = 0;
  new TestScheduler(() => {}).run(() => {
    const plug = new Plug([]);
    const plan = { name: 'front', driver: picolcd, model: picolcd.models[0]!, device: 'attached', fps: 10 } as const;
    const options = { model: '256x64', backlight: '80%', contrast: '25%', leds: [], columns: 'any' };
    const program = programOf(of(VALUE), (pages): DisplayPlan => ({ ...plan, options, pages }));
    const { log } = plug.context;
    const host = { log, context: () => plug.context, arrivals: () => plug.arrivals };
    timer(1_000).subscribe(() => plug.pull());
    timer(1_000 + away).subscribe(() => plug.putIn(isHeard));
    timer(1_000 + away + SOON).subscribe(() => {
      if (plug.open === 0) return;
      const { device } = plug.panel;
      picture = difference(device.glass(), pagePicture(0, VALUE)) === undefined;
      backlight = device.controls().backlight!;
    });
    run(program, host)
      .pipe(takeUntil(timer(10 * MINUTE)))
      .subscribe();
  });
  return { picture, backlight };
}

test.each([500, 10_000, MINUTE, 5 * MINUTE])('a panel that was away for %d ms is repainted within 2 s', (away) => {
  const { picture, backlight } = isBack(away, true);
  expect(picture).toBe(true);
  expect(backlight).toBeCloseTo(0.8, 2);
});

test('where nobody is told of arrivals it may take until the next attempt', () => {
  expect(isBack(500, false).picture).toBe(true);
  expect(isBack(MINUTE + 10_000, false).picture).toBe(false);
});
