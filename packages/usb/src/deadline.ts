import { LcdError } from '@lcdflow/core';
import { concat, defer, EMPTY, ignoreElements, type Observable, throwError, timer } from 'rxjs';
import type { Party } from './libusb-error.ts';

/** ms that libusb gets to give a cancelled transfer back; 20 are usual. */
const GRACE = 500;

/** Calls `expire` when a packet's time, in ms, is up; errors with `timeout` if that has not ended it soon. */
export const deadline = (patience: number, expire: () => void, party: Party): Observable<never> =>
  concat(
    timer(patience).pipe(ignoreElements()),
    defer(() => {
      expire();
      return EMPTY;
    }),
    timer(GRACE).pipe(ignoreElements()),
    throwError(() => tooLate(patience, party)),
  );

/** The device has let a packet's time go by. */
export const tooLate = (patience: number, { name }: Party): LcdError =>
  new LcdError('timeout', `${name} has not taken a packet within ${patience} ms`);
