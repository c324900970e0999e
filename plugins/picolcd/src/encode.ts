import { type Frame, packColumns, type Rect } from '@lcdflow/core';

/** One page of one of the four 64x64 controllers: no packet reaches further. */
export const TILE = { width: 64, height: 8 };
/** Columns that fit into one self-contained packet: 64 bytes less the 12 of its header and two commands. */
export const WIDEST = 52;

const CHIPS = 4;
const HALF = 32;
const CMD = 0x94;
const DATA = 0x95;
const CMD_DATA = 0x96;
const DISPLAY_ON = 0x3f;
const START_LINE = 0xc0;
const PAGE = 0xb8;
const COLUMN = 0x40;

/** Which columns a panel lets packets begin at: any, or only 0 and, going on from there, 32. */
export type Columns = 'any' | 'halves';

const chipSelect = (chip: number): number => chip << 2;

/** Turns all four controllers on and their start lines to 0: what every panel gets first. */
export const encodeOpening = (): readonly Uint8Array[] =>
  Array.from({ length: CHIPS }, (_, chip) =>
    Uint8Array.of(CMD, chipSelect(chip), 2, 0x00, 0x64, DISPLAY_ON, 0x00, 0x64, START_LINE),
  );

/** `level` from 0, dark, to 1. */
export const encodeBacklight = (level: number): Uint8Array => Uint8Array.of(0x91, Math.round(level * 0xff));

/** `level` from 0, weakest, to 1, strongest. The panel counts the other way round, and only 0xff to 0x99 are useful. */
export const encodeContrast = (level: number): Uint8Array =>
  Uint8Array.of(0x92, Math.floor(0xff - level * (0xff - 0x99)));

/** Bit 0 is LED 1. */
export const encodeLeds = (bits: number): Uint8Array => Uint8Array.of(0x81, bits);

/** Page and column, then the data: needs nothing that was sent before. At most 52 columns. */
function selfContained(frame: Frame, area: Rect): Uint8Array {
  const page = Math.floor(area.y / TILE.height);
  const column = area.x % TILE.width;
  const header = [CMD_DATA, chipOf(area), 2].concat(
    [0x00, 0x00, PAGE | page],
    [0x00, 0x00, COLUMN | column],
    [0x00, 0x00, area.width],
  );
  return withData(header, frame, area);
}

/** Data alone: goes on at the column the controller stands at. */
const continued = (frame: Frame, area: Rect): Uint8Array =>
  withData([DATA, chipOf(area) | 1, 0x00, 0x00, area.width], frame, area);

const chipOf = ({ x }: Rect): number => chipSelect(Math.floor(x / TILE.width));

function withData(header: readonly number[], frame: Frame, area: Rect): Uint8Array {
  const packet = new Uint8Array(header.length + area.width);
  packet.set(header);
  packet.set(packColumns(frame, area), header.length);
  return packet;
}

function encodeHalves(frame: Frame, area: Rect): readonly Uint8Array[] {
  const left = { ...area, x: area.x - (area.x % TILE.width), width: HALF };
  const onlyLeft = area.x + area.width <= left.x + HALF;
  const first = selfContained(frame, left);
  return onlyLeft ? [first] : [first, continued(frame, { ...left, x: left.x + HALF })];
}

/**
 * The packets that show an area, which lies inside one tile of 64 x 8 pixels; whole bytes of 8 rows are sent. Up to 52
 * columns take one packet, more take two. With `halves` a packet begins at column 0 and a second one goes on at 32.
 */
export function encodeArea(frame: Frame, area: Rect, columns: Columns = 'any'): readonly Uint8Array[] {
  if (columns === 'halves') return encodeHalves(frame, area);
  if (area.width <= WIDEST) return [selfContained(frame, area)];
  const rest = { ...area, x: area.x + WIDEST, width: area.width - WIDEST };
  return [selfContained(frame, { ...area, width: WIDEST }), selfContained(frame, rest)];
}
