import {
  type CharacterRom,
  type Display,
  fraction,
  type KeyEvent,
  romWithout,
  type TransferQueue,
  type Transport,
  transferQueue,
} from '@lcdflow/core';
import { concat, ignoreElements, map, merge, mergeMap, type Observable, of, share } from 'rxjs';
import { keyEvents } from '../decode.ts';
import { functionSet, INSTRUCTION, instructions } from '../encode.ts';
import type { Geometry } from '../geometry.ts';
import { letters, type Way } from '../panel.ts';
import { polledKeys } from '../polled-keys.ts';
import { type Backpack, type Keypad, reservedOf } from './backpacks.ts';
import { encodeAccesses, encodeInstruction, moveCost } from './encode.ts';
import { lineTo } from './line.ts';

/** How a backpack is used. */
export interface SerialOptions {
  readonly rom: CharacterRom;
  readonly baudRate: number;
  readonly backlight: string;
}

/** A line carries one packet after the other; more under way would only make changes wait. */
const DEPTH = 1;
/** ms between two looks at keys that must be asked for, and until an answer is not waited for any more. */
const POLL = 250;
const ANSWER = 250;

/** An open display on a serial line. */
export function openDisplay(
  line: Transport,
  backpack: Backpack,
  geometry: Geometry,
  { rom, baudRate, backlight }: SerialOptions,
): Observable<Display> {
  const transport = lineTo(backpack, line);
  const queue = transferQueue(transport, DEPTH);
  const { light, keypad } = backpack;
  const way: Way = {
    rom: romWithout(rom, reservedOf(backpack)),
    moveCost: moveCost(backpack, baudRate),
    pack: (accesses) => [encodeAccesses(backpack, accesses)],
  };
  const lit = (level: number): Uint8Array => Uint8Array.from(light?.bytes(level) ?? []);
  const display: Display = {
    ...letters(geometry, way, queue),
    ...(keypad ? { keys: keysOf(keypad, backpack, transport, queue) } : {}),
    ...(light ? { controls: { backlight: (level) => queue.send([lit(level)]) } } : {}),
    queue,
  };
  const first = [opening(backpack, geometry), ...(light ? [lit(fraction(backlight)!)] : [])];
  const opened = concat(queue.send(first).pipe(ignoreElements()), of(display));
  return merge(queue.completions.pipe(ignoreElements()), opened);
}

/** Twice what comes first: the backpack may wait for the rest of what another program has sent. */
function opening(backpack: Backpack, geometry: Geometry): Uint8Array {
  const set = functionSet(backpack.bits, geometry.lines);
  const { displayOn, entryMode, clear } = INSTRUCTION;
  const bytes = [set, set, clear, displayOn, entryMode].filter((byte) => byte !== backpack.lacks);
  return encodeAccesses(backpack, [instructions(geometry, bytes)]);
}

function keysOf(
  { question, down }: Keypad,
  backpack: Backpack,
  { incoming }: Transport,
  queue: TransferQueue,
): Observable<KeyEvent> {
  if (question !== undefined) {
    const answer = queue.request(
      encodeInstruction(backpack, question),
      ([code = 0]) => down(code),
      answerTime(backpack),
    );
    return polledKeys(answer, POLL);
  }
  // What such a keypad sends is a hit: nothing tells when the key goes up.
  return incoming.pipe(
    map(([code = 0]) => down(code)),
    mergeMap((keys) => [...keyEvents([], keys), ...keyEvents(keys, [])]),
    share(),
  );
}

/** The question itself may wait for a repaint. */
const answerTime = ({ pause = 0 }: Backpack): number => 2 * pause + ANSWER + 2_000;
