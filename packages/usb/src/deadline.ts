import { LcdError } from '@lcdflow/core';
import { asyncScheduler, type Subscription } from 'rxjs';
import type { Party } from './libusb-error.ts';

/** ms that libusb gets to give a cancelled transfer back; 20 are usual. */
const GRACE = 500;

/** Calls `expire` after `patience` ms, and `overdue` if that has not ended the wait soon; until unsubscribed. */
export function deadline(patience: number, expire: () => void, overdue: () => void): Subscription {
  let isLate = false;
  return asyncScheduler.schedule(function () {
    if (isLate) return overdue();
    isLate = true;
    expire();
    this.schedule(undefined, GRACE);
  }, patience);
}

/** The device has let a packet's time go by. */
export const tooLate = (patience: number, { name }: Party): LcdError =>
  new LcdError('timeout', `${name} has not taken a packet within ${patience} ms`);
