import { crc32, deflateSync } from 'node:zlib';
import { type Frame, LcdError } from '@lcdflow/core';
import { type LookOptions, lcdLook } from './lcd-look.ts';

/** First eight bytes of every PNG (PNG specification 5.2). */
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Colour types (11.2.2). */
const TRUECOLOUR = 2;
const INDEXED = 3;
/** Widths and heights are 31 bits, and at least 1 (11.2.2). */
const LONGEST = 0x7fff_ffff;

/** Rows of an image, each with a filter byte of 0 (none) in front, and how to read them. */
interface Rows {
  readonly type: typeof TRUECOLOUR | typeof INDEXED;
  readonly depth: number;
  readonly palette?: Uint8Array;
  readonly data: Uint8Array;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(Buffer.from(type, 'latin1'), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

function header({ width, height }: Frame, { type, depth }: Rows): Uint8Array {
  const bytes = new Uint8Array(13);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  bytes.set([depth, type, 0, 0, 0], 8);
  return bytes;
}

/** Each colour's place in the palette, or `undefined` when there are more than 256. */
function paletteOf({ cells }: Frame): ReadonlyMap<number, number> | undefined {
  const places = new Map<number, number>();
  for (const color of cells) {
    if (places.has(color)) continue;
    if (places.size === 256) return undefined;
    places.set(color, places.size);
  }
  return places;
}

const rgb = (colors: Iterable<number>): Uint8Array =>
  Uint8Array.from([...colors].flatMap((color) => [(color >> 16) & 0xff, (color >> 8) & 0xff, color & 0xff]));

/** Fewest bits a pixel that a palette of this length can have. */
const depthOf = (colors: number): number => (colors <= 2 ? 1 : colors <= 4 ? 2 : colors <= 16 ? 4 : 8);

function indexedRows({ width, height, cells }: Frame, places: ReadonlyMap<number, number>): Rows {
  const depth = depthOf(places.size);
  const stride = 1 + Math.ceil((width * depth) / 8);
  const data = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const bit = x * depth;
      data[y * stride + 1 + (bit >> 3)]! |= places.get(cells[y * width + x]!)! << (8 - depth - (bit & 7));
    }
  return { type: INDEXED, depth, palette: rgb(places.keys()), data };
}

function truecolourRows({ width, height, cells }: Frame): Rows {
  const stride = 1 + 3 * width;
  const data = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const color = cells[y * width + x]!;
      const at = y * stride + 1 + 3 * x;
      data[at] = color >> 16;
      data[at + 1] = color >> 8;
      data[at + 2] = color;
    }
  return { type: TRUECOLOUR, depth: 8, data };
}

/**
 * A PNG file of a frame of pixels: with a palette of 1, 2, 4 or 8 bits for up to 256 colours, otherwise RGB.
 * @throws LcdError `config` when the frame is empty, or the look is out of range
 */
export function encodePng(frame: Frame, look: LookOptions = {}): Uint8Array {
  const image = lcdLook(frame, look);
  if (![image.width, image.height].every((length) => length >= 1 && length <= LONGEST))
    throw new LcdError('config', `png: a picture has at least one pixel, not ${frame.width}x${frame.height}`);
  const places = paletteOf(image);
  const rows = places ? indexedRows(image, places) : truecolourRows(image);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header(image, rows)),
    ...(rows.palette ? [chunk('PLTE', rows.palette)] : []),
    chunk('IDAT', deflateSync(rows.data)),
    chunk('IEND', new Uint8Array(0)),
  ]);
}
