import { type Display, fraction, type Transport, transferQueue } from '@lcdflow/core';
import { concat, ignoreElements, map, merge, type Observable, of } from 'rxjs';
import { keysOfBits } from '../decode.ts';
import { INSTRUCTION, instructions } from '../encode.ts';
import type { Geometry } from '../geometry.ts';
import { letters, type Way } from '../panel.ts';
import { polledKeys } from '../polled-keys.ts';
import { ROMS } from '../rom.ts';
import { ask, deviceInfo } from './ask.ts';
import { encodeAccess, encodeLevel } from './requests.ts';

/** The two buttons on the board, the one of bit 0 first (docs/protocol.md section 3.3). */
export const KEYS: readonly string[] = ['up', 'down'];

/** How a device is set when it is opened. */
export interface Lcd2usbOptions {
  readonly rom: keyof typeof ROMS;
  readonly backlight: string;
  /** As the device remembers it when left out. */
  readonly contrast?: string;
}

/** With the bus: one being sent, one waiting, so that no time between two requests is lost. */
const IN_FLIGHT = 2;
/**
 * Letters that cost as much as another write: four are one request, and the last request of a write is half empty. The
 * fewest requests over random changes of rows of 16, 20 and 40 letters.
 */
const MOVE_COST = 6;
/** ms between two looks at the keys. */
const POLL = 100;

/** An open device on a transport that takes requests. */
export function openDisplay(transport: Transport, geometry: Geometry, options: Lcd2usbOptions): Observable<Display> {
  const queue = transferQueue(transport, IN_FLIGHT);
  const { displayOn, entryMode, clear } = INSTRUCTION;
  const opening = [
    // Its firmware has set up the controllers; another program may have shifted the glass since: clearing ends that.
    ...encodeAccess(instructions(geometry, [displayOn, entryMode, clear])),
    ...(options.contrast === undefined ? [] : [encodeLevel('contrast', fraction(options.contrast)!)]),
    encodeLevel('brightness', fraction(options.backlight)!),
  ];
  const way: Way = {
    rom: ROMS[options.rom],
    moveCost: MOVE_COST,
    pack: (accesses) => accesses.flatMap(encodeAccess),
  };
  const keys = ask(queue, 'keys').pipe(map(([bits]) => keysOfBits(KEYS, bits)));
  const display: Display = {
    ...letters(geometry, way, queue),
    keys: polledKeys(keys, POLL),
    controls: {
      backlight: (level) => queue.send([encodeLevel('brightness', level)]),
      contrast: (level) => queue.send([encodeLevel('contrast', level)]),
    },
    info: deviceInfo(queue),
    queue,
  };
  return merge(
    queue.completions.pipe(ignoreElements()),
    concat(queue.send(opening).pipe(ignoreElements()), of(display)),
  );
}
