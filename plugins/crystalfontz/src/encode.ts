import type { Point } from '@lcdflow/core';
import { encodePacket } from './packet.ts';

/** Numbers of the commands that are used (docs/protocol.md section 2.3). */
export const COMMAND = {
  ping: 0,
  version: 1,
  readFlash: 3,
  glyph: 9,
  cursorStyle: 12,
  contrast: 13,
  light: 14,
  keyReports: 23,
  text: 31,
  output: 34,
} as const;

const PERCENT = 100;
const HIDDEN = 0;
const PING_SIZE = 16;
const FILLING = 0xff;

/**
 * A ping with a number of its own. It is as long as pings may be, and of bytes that no packet has as its length, so that
 * a panel which waits for the rest of another packet finds its way again.
 */
export function encodePing(number: number): Uint8Array {
  const data = new Uint8Array(PING_SIZE).fill(FILLING);
  data[PING_SIZE - 1] = number & 0xff;
  data[PING_SIZE - 2] = (number >> 8) & 0xff;
  return encodePacket(COMMAND.ping, data);
}

/** Asks for the version of the panel. */
export const encodeVersion = (): Uint8Array => encodePacket(COMMAND.version, []);

/** Asks for the 16 bytes that the owner may keep in the panel. */
export const encodeReadFlash = (): Uint8Array => encodePacket(COMMAND.readFlash, []);

/** Codes of the character ROM from a point on, all in its row: 1 to 20. */
export const encodeText = ({ x, y }: Point, codes: Uint8Array): Uint8Array =>
  encodePacket(COMMAND.text, [x, y, ...codes]);

/** Rows from the top, bit 4 is the left of 5 columns. */
export const encodeGlyph = (slot: number, rows: Uint8Array): Uint8Array => encodePacket(COMMAND.glyph, [slot, ...rows]);

/** No cursor is shown. */
export const encodeNoCursor = (): Uint8Array => encodePacket(COMMAND.cursorStyle, [HIDDEN]);

/** `level` from 0 to 1; `most` is what the panel takes as 1. */
export const encodeContrast = (level: number, most: number): Uint8Array =>
  encodePacket(COMMAND.contrast, [Math.round(level * most)]);

/** Levels from 0 to 1 of the glass and of the keypad; with one level both have it. */
export const encodeLight = (...levels: readonly number[]): Uint8Array =>
  encodePacket(
    COMMAND.light,
    levels.map((level) => Math.round(level * PERCENT)),
  );

/** Which keys report that they go down, and that they go up: a bit each. */
export const encodeKeyReports = (mask: number): Uint8Array => encodePacket(COMMAND.keyReports, [mask, mask]);

/** `level` from 0 to 1 of an output pin, such as half an LED. */
export const encodeOutput = (pin: number, level: number): Uint8Array =>
  encodePacket(COMMAND.output, [pin, Math.round(level * PERCENT)]);
