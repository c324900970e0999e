import {
  type Completion,
  type Display,
  fraction,
  type KeyEvent,
  type Logger,
  type Readings,
  type TransferQueue,
  type Transport,
  transferQueue,
} from '@lcdflow/core';
import {
  concat,
  filter,
  groupBy,
  ignoreElements,
  map,
  merge,
  mergeMap,
  type Observable,
  of,
  pairwise,
  startWith,
  tap,
  throttleTime,
} from 'rxjs';
import { decodeError, decodeFault, decodeKeys, keyEvents } from './decode.ts';
import type { Dialect } from './dialect.ts';
import { type Columns, encodeLeds } from './encode.ts';
import { decodeInfrared, type Marks } from './infrared.ts';
import { keptUntilHeard } from './kept-until-heard.ts';
import { type KeyNames, LEDS } from './models.ts';
import { isQuestion } from './questions.ts';

/** The state a panel is put into whenever it is opened. */
export interface PanelOptions {
  readonly backlight: string;
  /** The model's usual one when left out. */
  readonly contrast?: string;
  /** Numbers of the LEDs that are lit, from 1. */
  readonly leds: readonly number[];
  readonly columns: Columns;
  readonly marks: Marks;
}

/** With the bus: one being sent, one waiting, so that no interval goes by unused. */
const IN_FLIGHT = 2;

/** ms after which a complaint that goes on is told again: a panel may complain about every packet. */
const AGAIN = 60_000;

/** An open panel on a transport. Emits the display once everything the panel forgets without power has been sent. */
export function openPanel(
  transport: Transport,
  dialect: Dialect,
  options: PanelOptions,
  log: Logger,
): Observable<Display> {
  const queue = transferQueue(transport, IN_FLIGHT);
  const leds = ledBits(options.leds);
  const contrast = options.contrast === undefined ? dialect.usualContrast : fraction(options.contrast)!;
  const opening = [
    ...dialect.opening,
    dialect.encodeContrast(contrast),
    dialect.encodeBacklight(fraction(options.backlight)!),
    encodeLeds(leds),
  ];
  const complaints = transport.incoming.pipe(
    filter((packet) => !isQuestion(decodeFault(packet)?.report ?? 0)),
    map(decodeError),
    filter((complaint) => complaint !== undefined),
    groupBy((complaint) => complaint),
    mergeMap((same) => same.pipe(throttleTime(AGAIN))),
    tap((complaint) => log.warn(`picolcd: the panel reports an error: ${complaint}`)),
  );
  // A key may be hit while the panel is still being opened.
  const pressed = keptUntilHeard(keys(transport.incoming, dialect.keys));
  const display: Display = {
    ...dialect.glass(queue, options.columns),
    keys: pressed.heard,
    controls: controls(queue, dialect, leds),
    readings: readings(transport.incoming, options.marks),
    info: dialect.info(queue),
    queue,
  };
  const ready = concat(queue.send(opening).pipe(ignoreElements()), of(display));
  return merge(pressed.listening, queue.completions.pipe(ignoreElements()), complaints.pipe(ignoreElements()), ready);
}

const ledBits = (lit: readonly number[]): number => lit.reduce((bits, led) => bits | (1 << (led - 1)), 0);

function keys(incoming: Observable<Uint8Array>, names: KeyNames): Observable<KeyEvent> {
  return incoming.pipe(
    map(decodeKeys),
    filter((codes) => codes !== undefined),
    startWith<readonly number[]>([]),
    pairwise(),
    mergeMap(([before, after]) => keyEvents(before, after, names)),
  );
}

const readings = (incoming: Observable<Uint8Array>, marks: Marks): Observable<Readings> =>
  incoming.pipe(
    map((packet) => decodeInfrared(packet, marks)),
    filter((infrared) => infrared !== undefined),
    map((infrared) => ({ infrared })),
  );

type Control = (level: number) => Observable<Completion>;

function controls(queue: TransferQueue, dialect: Dialect, initial: number): Readonly<Record<string, Control>> {
  let bits = initial;
  const led =
    (index: number): Control =>
    (level) => {
      bits = level >= 0.5 ? bits | (1 << index) : bits & ~(1 << index);
      return queue.send([encodeLeds(bits)]);
    };
  return {
    backlight: (level) => queue.send([dialect.encodeBacklight(level)]),
    contrast: (level) => queue.send([dialect.encodeContrast(level)]),
    ...Object.fromEntries(Array.from({ length: LEDS }, (_, index) => [`led${index + 1}`, led(index)])),
  };
}
