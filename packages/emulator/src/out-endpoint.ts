import type { Completion } from '@lcdflow/core';
import {
  asyncScheduler,
  defer,
  finalize,
  ignoreElements,
  merge,
  NEVER,
  type Observable,
  repeat,
  Subject,
  share,
  take,
  tap,
  timer,
} from 'rxjs';
import { serviceGrid } from './service-grid.ts';
import { type DeviceEnd, SlotQueue, type WaitingPacket } from './slot-queue.ts';

/** What went over the bus since power-up. */
export interface OutCounters {
  /** Packets the device took; each used one service interval. */
  readonly packets: number;
  readonly bytes: number;
  /** Service intervals in which a packet was there but the device was busy. */
  readonly refused: number;
  /** Service intervals that have passed, used or not. */
  readonly intervals: number;
}

/** The way to the device: at most one packet in each service interval, in order. */
export interface OutEndpoint {
  submit(packet: Uint8Array): Observable<Completion>;
  counters(): OutCounters;
}

/** Powers up now. `interval` in ms; `unplugged` only errors. */
export function outEndpoint(interval: number, device: DeviceEnd, unplugged: Observable<never>): OutEndpoint {
  const now = (): number => asyncScheduler.now();
  const grid = serviceGrid(now(), interval);
  const queue = new SlotQueue(grid, device);
  const untilNext = (): Observable<unknown> => {
    const next = queue.next();
    return next === undefined ? NEVER : timer(Math.max(0, next - now()));
  };
  // Runs while somebody waits for a packet to go, so that no timer is armed while nothing is queued.
  const service = defer(untilNext).pipe(
    tap(() => queue.serve(now())),
    repeat(),
    ignoreElements(),
    share(),
  );
  const submit = (packet: Uint8Array): Observable<Completion> =>
    defer(() => {
      const gone = new Subject<Completion>();
      const entry: WaitingPacket = { packet, since: now(), gone: (completion) => gone.next(completion) };
      queue.add(entry);
      return merge(gone, unplugged, service).pipe(
        take(1),
        finalize(() => queue.remove(entry)),
      );
    });
  return { submit, counters: () => ({ ...queue.counters(), intervals: grid.after(now()) - 1 }) };
}
