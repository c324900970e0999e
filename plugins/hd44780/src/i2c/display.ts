import { type Display, fraction, type Transport, transferQueue } from '@lcdflow/core';
import { concat, defer, ignoreElements, merge, type Observable, of, timer } from 'rxjs';
import type { Geometry } from '../geometry.ts';
import { letters, type Way } from '../panel.ts';
import { ROMS } from '../rom.ts';
import { encodeAccesses, encodeLight } from './encode.ts';
import { opening } from './opening.ts';
import type { Pins } from './wirings.ts';

/** How a display is set when it is opened. */
export interface I2cOptions {
  readonly rom: keyof typeof ROMS;
  readonly backlight: string;
}

/** A bus carries one packet after the other; more under way would only make changes wait. */
const DEPTH = 1;
/** Letters that cost as much as another cursor and another address of the device. */
const MOVE_COST = 1;
/** The light is on from this level. */
const HALF = 0.5;

/** An open display behind an expander. */
export function openDisplay(
  transport: Transport,
  pins: Pins,
  geometry: Geometry,
  { rom, backlight }: I2cOptions,
): Observable<Display> {
  const queue = transferQueue(transport, DEPTH);
  let isLit = fraction(backlight)! >= HALF;
  const way: Way = {
    rom: ROMS[rom],
    moveCost: MOVE_COST,
    pack: (accesses) => [encodeAccesses(pins, isLit, accesses)],
  };
  const light = (level: number) =>
    defer(() => {
      isLit = level >= HALF;
      return queue.send([encodeLight(pins, isLit)]);
    });
  const display: Display = {
    ...letters(geometry, way, queue),
    ...(pins.light === undefined ? {} : { controls: { backlight: light } }),
    queue,
  };
  const opened = concat(
    ...opening(pins, geometry, isLit).map(({ packet, wait }) => concat(queue.send([packet]), timer(wait))),
  );
  return merge(queue.completions.pipe(ignoreElements()), concat(opened.pipe(ignoreElements()), of(display)));
}
