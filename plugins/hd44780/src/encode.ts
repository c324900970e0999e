import type { Point } from '@lcdflow/core';
import { type Geometry, piecesOf } from './geometry.ts';

/** Instructions of the controller (docs/protocol.md section 1.3). */
export const INSTRUCTION = {
  clear: 0x01,
  /** The cursor moves to the right, the glass stays. */
  entryMode: 0x06,
  /** Without a cursor. */
  displayOn: 0x0c,
} as const;

/** Width of the controller's bus and lines of the display memory; letters of 5 x 8 dots. */
export const functionSet = (bits: 4 | 8, lines: 1 | 2): number =>
  0x20 | (bits === 8 ? 0x10 : 0) | (lines === 2 ? 0x08 : 0);

const cgramAddress = (slot: number): number => 0x40 | (slot << 3);
const ddramAddress = (address: number): number => 0x80 | address;

/** Bytes of the user-defined characters, the one of slot 0 first (docs/protocol.md section 1.4). */
export const SLOTS: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7];

/** Bytes for one register of some controllers, in order. */
export interface Access {
  /** Bit 0 is the first controller, bit 1 the second. */
  readonly controllers: number;
  readonly register: 'instruction' | 'data';
  readonly bytes: ArrayLike<number>;
}

/** All controllers of a glass. */
const allOf = ({ controllers }: Geometry): number => (1 << controllers) - 1;

/** Instructions for all controllers of a glass. */
export const instructions = (geometry: Geometry, bytes: readonly number[]): Access => ({
  controllers: allOf(geometry),
  register: 'instruction',
  bytes,
});

/** What shows letters by their bytes from a point on, all in its row. */
export const showing = (geometry: Geometry, at: Point, codes: Uint8Array, cursorIsThere: boolean): readonly Access[] =>
  piecesOf(geometry, at, codes.length).flatMap(({ controller, address, from, count }): readonly Access[] => {
    const controllers = 1 << controller;
    const letters: Access = { controllers, register: 'data', bytes: codes.subarray(from, from + count) };
    if (from === 0 && cursorIsThere) return [letters];
    return [{ controllers, register: 'instruction', bytes: [ddramAddress(address)] }, letters];
  });

/** What draws a user-defined character on all controllers of a glass: 8 rows from the top, bit 4 is the left column. */
export const defining = (geometry: Geometry, slot: number, rows: Uint8Array): readonly Access[] => [
  instructions(geometry, [cgramAddress(slot)]),
  { controllers: allOf(geometry), register: 'data', bytes: rows.map((row) => row & 0x1f) },
];
