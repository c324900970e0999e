import type { Completion } from '@lcdflow/core';
import {
  asyncScheduler,
  concat,
  concatMap,
  defer,
  EMPTY,
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
import { Stalled } from './stalled.ts';

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
  /**
   * `retries`: how often a stall is cleared and the packet tried again; then it errors with `Stalled`. When left out the
   * first stall is an error, and stays until `halted` is set to false.
   */
  submit(packet: Uint8Array, retries?: number): Observable<Completion>;
  counters(): OutCounters;
  /** Whether every packet is answered with STALL. */
  halted: boolean;
}

/** Powers up now. `interval` in ms; `unplugged` only errors. */
export function outEndpoint(interval: number, device: DeviceEnd, unplugged: Observable<never>): OutEndpoint {
  const now = (): number => asyncScheduler.now();
  const grid = serviceGrid(now(), interval);
  const queue = new SlotQueue(grid, device);
  const news = new Subject<News>();
  const untilNext = (): Observable<unknown> => {
    const next = queue.next();
    return next === undefined ? NEVER : timer(Math.max(0, next - now()));
  };
  const slots = defer(untilNext).pipe(
    tap(() => queue.serve(now())),
    repeat(),
  );
  // Runs while somebody waits for a packet to go, so that no timer is armed while nothing is queued.
  const service = merge(inOrder(news, now), slots).pipe(ignoreElements(), share());
  const submit = (packet: Uint8Array, retries?: number): Observable<Completion> =>
    defer(() => {
      const gone = new Subject<Completion>();
      const say = (late: number, tell: () => void) => news.next({ at: now() + late, tell });
      const entry = { packet, since: now(), ...fate(gone, retries, say) };
      queue.add(entry);
      return merge(gone, unplugged, service).pipe(
        take(1),
        finalize(() => queue.remove(entry)),
      );
    });
  return {
    submit,
    counters: () => ({ ...queue.counters(), intervals: grid.after(now()) - 1 }),
    get halted() {
      return queue.halted;
    },
    set halted(halted) {
      queue.halted = halted;
    },
  };
}

/** What the host does when a packet has gone or has met a stall; `say` tells it `late` ms from now. */
function fate(
  gone: Subject<Completion>,
  retries: number | undefined,
  say: (late: number, tell: () => void) => void,
): Pick<WaitingPacket, 'gone' | 'heals' | 'stalled'> {
  let tries = 0;
  return {
    gone: (completion, late) => say(late, () => gone.next(completion)),
    heals: retries !== undefined,
    stalled: () => {
      tries += 1;
      const again = tries <= (retries ?? 0);
      if (!again) say(0, () => gone.error(new Stalled()));
      return again;
    },
  };
}

/** What became of a packet, and when the host is told. */
interface News {
  readonly at: number;
  readonly tell: () => void;
}

/** Tells all when it is time, in order: what is late holds up what comes behind it. */
const inOrder = (news: Observable<News>, now: () => number): Observable<never> =>
  news.pipe(
    concatMap(({ at, tell }) => {
      const told = defer(() => {
        tell();
        return EMPTY;
      });
      const rest = at - now();
      return rest > 0 ? concat(timer(rest).pipe(ignoreElements()), told) : told;
    }),
  );
