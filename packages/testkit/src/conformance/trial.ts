import { type Display, type Frame, LcdError, type Logger, present, type Rect } from '@lcdflow/core';
import type { EmulatedPanel } from '@lcdflow/emulator';
import {
  concat,
  defer,
  filter,
  ignoreElements,
  type Observable,
  of,
  switchMap,
  take,
  throwError,
  throwIfEmpty,
  timer,
} from 'rxjs';
import type { Candidate } from './candidate.ts';
import { inVirtualTime, PATIENCE } from './virtual-time.ts';
import { Wire } from './wire.ts';

/** An emulated panel, and the wire to it. */
export interface Setup {
  readonly candidate: Candidate;
  readonly panel: EmulatedPanel;
  readonly wire: Wire;
}

/** The same with a driver that has opened it. */
export interface Trial extends Setup {
  readonly display: Display;
}

/** Powers a panel up; only within virtual time. */
export function setUp(candidate: Candidate, panel = candidate.powerUp()): Setup {
  return { candidate, panel, wire: new Wire(panel.transport) };
}

/** The driver opens the panel. */
export const opened = ({ candidate: { driver, options }, panel, wire }: Setup): Observable<Display> =>
  driver.open(options as never, {
    connect: (bus) => (bus === driver.bus ? wire.over(panel.connection) : throwError(() => wrongBus(bus, driver.bus))),
    display: 'panel',
    log: SILENT,
  });

const wrongBus = (bus: string, own: string | undefined) =>
  new LcdError('config', `the driver connects to the bus "${bus}", and says that its bus is "${own}"`);

/** Longer than any full paint takes, in ms of virtual time. */
export const SETTLED = 30_000;
const SILENT: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/** Opens a panel, uses the display to the end of a stream, and closes. Fails with whatever fails. */
export function session(setup: Setup, use: (trial: Trial) => Observable<unknown>): Observable<unknown> {
  const done = Symbol('done');
  return opened(setup).pipe(
    switchMap((display) => concat(use({ ...setup, display }).pipe(ignoreElements()), of(done))),
    filter((value) => value === done),
    take(1),
    throwIfEmpty(() => new Error('the driver has completed; it should stay open until it is unsubscribed')),
  );
}

/** A whole session on a new panel, in virtual time. */
export function trial(candidate: Candidate, use: (trial: Trial) => Observable<unknown>): void {
  onPanel(candidate, (setup) => session(setup, use));
}

/** A stream that needs a panel, in virtual time. */
export function onPanel(candidate: Candidate, use: (setup: Setup) => Observable<unknown>): void {
  let wire: Wire | undefined;
  inVirtualTime(
    () => {
      const setup = setUp(candidate);
      wire = setup.wire;
      return use(setup);
    },
    () =>
      `the opening, a write or a control has not completed within ${PATIENCE / 1000} s of virtual time: ${wire?.submitted} packets were handed ` +
      `over, ${wire?.underWay} are with the device`,
  );
}

/** Shows a whole frame; completes when it is on the glass. */
export const shown = (display: Display, frame: Frame): Observable<never> =>
  present(display, of(frame)).pipe(ignoreElements());

/** Shows a whole frame, even by a driver that says too early that it is on the glass. */
export const settled = (display: Display, frame: Frame): Observable<never> =>
  concat(shown(display, frame), timer(SETTLED).pipe(ignoreElements()));

/** Writes one area. */
export const written = (display: Display, frame: Frame, area: Rect): Observable<never> =>
  defer(() => display.write(display.encode?.(frame) ?? frame, area)).pipe(ignoreElements());
