import type { Point } from '@lcdflow/core';

const WEAKEST = 40;
const ALL_DOTS = 0x1f;

/** Display on, without a cursor: what the panel gets first (docs/protocol.md section 11.2, as all packets here). */
export const encodeOn = (): Uint8Array => Uint8Array.of(0x93, 0b100);

/** The backlight is off at 0 and on at every other level. */
export const encodeBacklight = (level: number): Uint8Array => Uint8Array.of(0x91, level > 0 ? 1 : 0);

/** `level` from 0, weakest, to 1, strongest. The panel counts the other way round, to 40. */
export const encodeContrast = (level: number): Uint8Array => Uint8Array.of(0x92, Math.round(WEAKEST * (1 - level)));

/** Letters from a point on, by their bytes in the ROM; they must fit into the row, so at most 20. */
export const encodeText = ({ x, y }: Point, codes: Uint8Array): Uint8Array =>
  Uint8Array.of(0x98, y, x, codes.length, ...codes);

/** A user-defined character from 0 to 7: 8 rows from the top, bit 4 is the left of 5 columns. */
export const encodeCharacter = (slot: number, rows: Uint8Array): Uint8Array =>
  Uint8Array.of(0x9c, slot, ...rows.map((row) => row & ALL_DOTS));
