import { present } from '@lcdflow/core';
import { asapScheduler, ignoreElements, interval, map, type Observable, observeOn, skip, startWith, take } from 'rxjs';
import { noise, opposite } from './frames.ts';
import { seededRandom } from './random.ts';
import type { Setup, Trial } from './trial.ts';

/** Between two pictures, in ms of virtual time. */
const PAUSE = 50;

/** Repaints the whole glass again and again, for ever. */
export function repainting({ display, candidate: { model, seed } }: Trial): Observable<never> {
  const one = noise(model, model.cell, seededRandom(seed));
  const other = opposite(one, model.cell);
  const frames = interval(PAUSE).pipe(
    startWith(0),
    map((index) => (index % 2 === 0 ? one : other)),
  );
  return present(display, frames).pipe(ignoreElements());
}

/** Emits once when, from now on, one packet has been handed over and the next one is with the device. */
export const midRepaint = ({ wire }: Setup): Observable<unknown> =>
  wire.handed.pipe(skip(1), take(1), observeOn(asapScheduler));
