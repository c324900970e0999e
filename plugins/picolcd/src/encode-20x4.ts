import type { Point } from '@lcdflow/core';

const COMMANDS = 0x94;
const DATA = 0x95;
/** In the map of 95: what follows is no command. */
const LETTERS = 0x01;

const CLEAR = 0x01;
const ENTRY_TO_THE_RIGHT = 0x06;
const DISPLAY_ON = 0x0c;
const EIGHT_BITS = 0x30;
const EIGHT_BITS_TWO_LINES = 0x38;
const CHARACTERS = 0x40;

/** The command that goes to the first letter of each row: the controller takes four rows for two long ones. */
const ROWS = [0x80, 0xc0, 0x94, 0xd4];
const ALL_DOTS = 0x1f;

/** A command with the delay before it, which all programs send (docs/protocol.md section 12.2). */
const after = (delay: number, command: number): readonly number[] => [delay >> 8, delay & 0xff, command];

const commands = (...parts: readonly (readonly number[])[]): Uint8Array =>
  Uint8Array.of(COMMANDS, 0x00, parts.length, ...parts.flat());
const data = (bytes: Uint8Array): Uint8Array => Uint8Array.of(DATA, LETTERS, 0x00, 0x01, bytes.length, ...bytes);

/** Wakes the controller up: what the panel gets first (docs/protocol.md section 12.3, as all packets here). */
export const encodeStart = (): Uint8Array =>
  commands(
    ...[EIGHT_BITS, EIGHT_BITS, EIGHT_BITS].map((command) => after(50, command)),
    ...[EIGHT_BITS_TWO_LINES, ENTRY_TO_THE_RIGHT, DISPLAY_ON].map((command) => after(50, command)),
    after(2000, CLEAR),
  );

/** `level` from 0, dark, to 1. */
export const encodeBacklight = (level: number): Uint8Array => Uint8Array.of(0x91, Math.round(level * 100));

/** The panel knows two contrasts: the weak one at level 0 and the strong one at every other. */
export const encodeContrast = (level: number): Uint8Array => Uint8Array.of(0x92, level > 0 ? 0 : 1);

/** Letters from a point on, by their bytes in the ROM; they must fit into the row, so at most 20. */
export const encodeText = ({ x, y }: Point, codes: Uint8Array): readonly Uint8Array[] => [
  commands(after(100, ROWS[y]! + x)),
  data(codes),
];

/** A user-defined character from 0 to 7: 8 rows from the top, bit 4 is the left of 5 columns. */
export const encodeCharacter = (slot: number, rows: Uint8Array): readonly Uint8Array[] => [
  commands(after(100, CHARACTERS | (slot << 3))),
  data(rows.map((row) => row & ALL_DOTS)),
];
