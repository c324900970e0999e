import type { Point } from '@lcdflow/core';
import type { Kind } from './modules.ts';

/** Begins every command; never part of a text (docs/protocol.md section 3). */
const PREFIX = 0xfe;
const BLANK = 0x20;
/** Bytes of parameters that the longest command we send can still wait for: slot and 8 rows of a character. */
const LONGEST = 9;
/** Bytes of `FE 47 column row`. */
export const MOVE_COST = 4;
/** What shows each user-defined character. */
export const SLOTS: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7];

const command = (...bytes: readonly number[]): Uint8Array => Uint8Array.of(PREFIX, ...bytes);

/** Ends a command that was cut off when the line was closed: blanks for the parameters it may wait for. */
export const encodeResync = (): Uint8Array => new Uint8Array(LONGEST).fill(BLANK);

/** Text goes on in the next row, nothing scrolls, no cursor is seen (docs/protocol.md section 4). */
export const encodeModes = (): readonly Uint8Array[] => [0x43, 0x52, 0x4b, 0x54].map((code) => command(code));

/** Keys are sent when they go down, and again when they go up (docs/protocol.md section 5). */
export const encodeKeypad = (): readonly Uint8Array[] => [command(0x41), command(0x7e, 1)];

/** Blank glass, cursor in the upper left corner. */
export const encodeClear = (): Uint8Array => command(0x58);

const OFF = 0x46;
const ON = command(0x42, 0);

/** The light from 0, off, to 1: rounded to what the kind can do. */
export function encodeLight(level: number, dimming: Kind['dimming']): readonly Uint8Array[] {
  const steps = { switch: 1, quarters: 4, byte: 0xff }[dimming];
  const step = Math.round(level * steps);
  if (step === 0) return [command(OFF)];
  if (dimming === 'switch') return [ON];
  // 0 is the brightest of the quarters.
  return [ON, dimming === 'byte' ? command(0x99, step) : command(0x59, steps - step)];
}

/** `level` from 0, lightest ink, to 1, darkest. */
export const encodeContrast = (level: number): Uint8Array => command(0x50, Math.round(level * 0xff));

/** Turns an output on or off; outputs count from 1. `numbered` as the kind says. */
export const encodeOutput = (output: number, on: boolean, numbered: boolean): Uint8Array =>
  command(on ? 0x57 : 0x56, ...(numbered ? [output] : []));

/** Shows letters by their codes from a place on; all are in its row. A code that would be a command is a blank. */
export function encodeText({ x, y }: Point, codes: Uint8Array, cursorIsThere: boolean): Uint8Array {
  const letters = codes.map((code) => (code === PREFIX ? BLANK : code));
  return cursorIsThere ? letters : Uint8Array.of(...command(0x47, x + 1, y + 1), ...letters);
}

/** Draws a user-defined character: 8 rows from the top, bit 4 is the left of 5 columns. */
export const encodeCharacter = (slot: number, rows: Uint8Array): Uint8Array => command(0x4e, slot, ...rows);

/** What a module can be asked (docs/protocol.md section 6). */
export const QUESTIONS = { type: command(0x37), version: command(0x36), data: command(0x35) } as const;
