import type { Point } from '@lcdflow/core';

const CLEAR = 0x0c;
const HIDE_CURSOR = 0x04;
const BACKLIGHT = 0x0e;
const CONTRAST = 0x0f;
const GO_TO = 0x11;
const SCROLL_OFF = 0x14;
const WRAP_OFF = 0x18;
const DEFINE = 0x19;
const TO_CONTROLLER = [0x1e, 0x01];

const PERCENT = 100;
const FIRST_LETTER = 0x20;
/** User-defined characters: they have the codes 0 to 7, and come as 0x80 to 0x87. */
const GLYPHS = 8;
const FIRST_GLYPH = 0x80;
/** The arguments of the longest command. */
const LONGEST = 9;

/** Blanks end whatever command the panel may be in the middle of; then it is cleared, and letters stay where they are. */
export const encodeOpening = (): Uint8Array =>
  Uint8Array.of(...new Array(LONGEST).fill(FIRST_LETTER), CLEAR, HIDE_CURSOR, SCROLL_OFF, WRAP_OFF);

/** `level` from 0 to 1. */
export const encodeBacklight = (level: number): Uint8Array => Uint8Array.of(BACKLIGHT, Math.round(level * PERCENT));

/** `level` from 0 to 1. */
export const encodeContrast = (level: number): Uint8Array => Uint8Array.of(CONTRAST, Math.round(level * PERCENT));

/** Codes of the character ROM from a point on, or from the cursor on. */
export const encodeText = (at: Point, codes: Uint8Array, cursorIsThere: boolean): Uint8Array =>
  Uint8Array.of(...(cursorIsThere ? [] : [GO_TO, at.x, at.y]), ...Array.from(codes).flatMap(bytesOf));

/** Codes that the panel would take as commands or as user-defined characters go to the controller behind an escape. */
function bytesOf(code: number): readonly number[] {
  if (code < GLYPHS) return [FIRST_GLYPH + code];
  const isTaken = code < FIRST_LETTER || (code >= FIRST_GLYPH && code < FIRST_GLYPH + GLYPHS);
  return isTaken ? [...TO_CONTROLLER, code] : [code];
}

/** Rows from the top, bit 4 is the left of 5 columns. */
export const encodeGlyph = (slot: number, rows: Uint8Array): Uint8Array => Uint8Array.of(DEFINE, slot, ...rows);
