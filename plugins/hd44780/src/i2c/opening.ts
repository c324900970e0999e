import { functionSet, INSTRUCTION, instructions } from '../encode.ts';
import type { Geometry } from '../geometry.ts';
import { encodeAccesses, encodeHalf, encodeLight } from './encode.ts';
import type { Pins } from './wirings.ts';

/** A packet, and how long the controller needs behind it, in ms. */
export interface Step {
  readonly packet: Uint8Array;
  readonly wait: number;
}

/**
 * Waits of the controller in ms (docs/protocol.md sections 1.5 and 5.3): power, the first two halves that wake it, and a
 * clear with what OLED controllers want.
 */
const WAIT = { power: 40, first: 5, next: 1, clear: 7 } as const;
const WAKE = 0x3;
const FOUR_BITS = 0x2;

/** What brings a controller to a bus of four bits from whatever it is in, and sets it up. */
export function opening(pins: Pins, geometry: Geometry, isLit: boolean): readonly Step[] {
  const halves = [
    { bits: WAKE, wait: WAIT.first },
    { bits: WAKE, wait: WAIT.next },
    { bits: WAKE, wait: WAIT.next },
    { bits: FOUR_BITS, wait: WAIT.next },
  ].map(({ bits, wait }): Step => ({ packet: encodeHalf(pins, isLit, bits), wait }));
  const instruct = (...bytes: readonly number[]) => encodeAccesses(pins, isLit, [instructions(geometry, bytes)]);
  const { clear, entryMode, displayOn } = INSTRUCTION;
  return [
    { packet: encodeLight(pins, isLit), wait: WAIT.power },
    ...halves,
    { packet: instruct(functionSet(4, geometry.lines), clear), wait: WAIT.clear },
    { packet: instruct(entryMode, displayOn), wait: 0 },
  ];
}
