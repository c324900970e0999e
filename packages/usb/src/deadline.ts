import { LcdError } from '@lcdflow/core';
import { asyncScheduler, type Subscriber } from 'rxjs';
import type { Party } from './libusb-error.ts';

/** ms that libusb gets to give a cancelled transfer back; 20 are usual. */
const GRACE = 500;

/** Calls `expire` after `patience` ms, unless the asker has left; errors with `timeout` if that has not ended it soon. */
export function deadline(asker: Subscriber<unknown>, patience: number, expire: () => void, party: Party): void {
  let isLate = false;
  const waiting = asyncScheduler.schedule(function () {
    if (isLate) return asker.error(tooLate(patience, party));
    isLate = true;
    expire();
    this.schedule(undefined, GRACE);
  }, patience);
  asker.add(waiting);
}

/** The device has let a packet's time go by. */
export const tooLate = (patience: number, { name }: Party): LcdError =>
  new LcdError('timeout', `${name} has not taken a packet within ${patience} ms`);
