import { setTimeout as sleep } from 'node:timers/promises';
import { blankFrame, type Frame, type Logger, present } from '@lcdflow/core';
import { picolcd } from '@lcdflow/plugin-picolcd';
import { usbBus } from '@lcdflow/usb';
import { Subject, switchMap, tap } from 'rxjs';
import { clock } from './steps.ts';

// A program of its own in the guest: opens the panel with a serial number as `lcd run` does, hands frames over, and prints
// when, as JSON: hand-over.ts SERIAL

/** When frames were handed over and when their last area was told to be on the glass, in ms of the clock of all programs. */
export interface HandOver {
  readonly repaints: readonly Span[];
  readonly digits: readonly Span[];
}
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Nothing is on its way when nothing has come for so long, in ms. */
const QUIET = 200;
/** Repaints until the programs at both ends run evenly: V8 optimises what runs often. */
const WARM_UP = 80;
/** Repaints that are measured. */
const MEASURED = 12;
const GLASS = { width: 256, height: 64 };
const INK = 0xffffff;

const [, , serial] = process.argv;
const log: Logger = { debug() {}, info() {}, warn: console.error, error: console.error };
const bus = usbBus();
const context = {
  display: 'front',
  log,
  connect: (_: string, address: Readonly<Record<string, unknown>>) => bus.connect({ ...address, serial }, log),
};
const options = {
  model: '256x64',
  backlight: '100%',
  contrast: '25%',
  leds: [],
  columns: 'any',
  marks: 'negative',
} as const;

const frames = new Subject<Frame>();
let last = 0;
let isOpen = false;
const running = picolcd
  .open(options, context)
  .pipe(
    tap(() => {
      isOpen = true;
    }),
    switchMap((display) => present(display, frames)),
  )
  .subscribe({
    next: () => {
      last = clock();
    },
    error: (error: unknown) => {
      console.error(String(error));
      process.exit(1);
    },
  });

/** Hands a frame over and waits until it is on the glass. */
async function shown(frame: Frame): Promise<Span> {
  const from = clock();
  frames.next(frame);
  while (last < from || clock() - last < QUIET) await sleep(QUIET / 4);
  return { from, to: last };
}

/** A blank glass with ink in one area, as large as a digit of the font 6x8 or as the glass. */
function inked({ width, height }: { readonly width: number; readonly height: number }): Frame {
  const frame = blankFrame(GLASS);
  for (let y = 0; y < height; y++) frame.cells.fill(INK, y * GLASS.width, y * GLASS.width + width);
  return frame;
}

while (!isOpen) await sleep(20);
const repaint = (turn: number): Promise<Span> => shown(turn % 2 === 0 ? blankFrame(GLASS) : inked(GLASS));
for (let turn = 0; turn < WARM_UP; turn++) await repaint(turn);
const repaints: Span[] = [];
const digits: Span[] = [];
for (let turn = WARM_UP; turn < WARM_UP + MEASURED; turn++) repaints.push(await repaint(turn));
await repaint(0);
for (let turn = 0; turn < 30; turn++) {
  // At another moment of the service interval each time.
  await sleep((turn * 7) % 29);
  digits.push(await shown(turn % 2 === 0 ? inked({ width: 6, height: 8 }) : blankFrame(GLASS)));
}
running.unsubscribe();
console.log(JSON.stringify({ repaints, digits } satisfies HandOver));
