import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import type { Picture } from '../src/picture.ts';

/** A picture whose pixels are 0xRRGGBBAA by their place. */
export function pictureFrom(width: number, height: number, colorAt: (x: number, y: number) => number): Picture {
  const rgba = Buffer.alloc(width * height * 4);
  for (let index = 0; index < width * height; index++)
    rgba.writeUInt32BE(colorAt(index % width, Math.floor(index / width)) >>> 0, 4 * index);
  return { width, height, rgba };
}

/** A sun over a hill, with a sky that gets brighter to the horizon, and nothing round it in the corners. */
export const scene = (width: number, height: number): Picture =>
  pictureFrom(width, height, (column, row) => {
    const [x, y] = [(column + 0.5) / width, (row + 0.5) / height];
    const isCorner = Math.min(x, 1 - x) * width + Math.min(y, 1 - y) * height < Math.min(width, height) / 6;
    if (isCorner) return 0x00_00_00_00;
    if (y > 0.75 - 0.25 * Math.sin(x * Math.PI)) return 0x20_60_10_ff;
    if (Math.hypot((x - 0.7) * width, (y - 0.3) * height) < 0.16 * Math.min(width, height)) return 0xff_f0_80_ff;
    const bright = Math.round(40 + y * 220);
    return ((bright >> 1) << 24) + (bright << 16) + (Math.min(255, bright + 40) << 8) + 0xff;
  });

export const pngOf = ({ width, height, rgba }: Picture, interlaced = false): Uint8Array => {
  const png = new PNG({ width, height });
  png.data = Buffer.from(rgba);
  return PNG.sync.write(png, { ...(interlaced && { interlace: true }) } as object);
};

export const jpegOf = ({ width, height, rgba }: Picture): Uint8Array => encode({ width, height, data: rgba }, 90).data;

/** One picture of a GIF: numbers of colours as letters `0` to `3`, row by row, and how it goes on. */
export interface TinyFrame {
  readonly x?: number;
  readonly y?: number;
  readonly rows: readonly string[];
  /** In hundredths of a second. */
  readonly delay?: number;
  /** 1 keep, 2 clear, 3 restore. */
  readonly disposal?: number;
  readonly transparent?: number;
  readonly interlaced?: boolean;
}

const word = (value: number): readonly number[] => [value & 0xff, value >> 8];

/** A GIF of black, red, green and white (0 to 3), written without any compression. `again` of 0 is for ever. */
export function tinyGif(width: number, height: number, frames: readonly TinyFrame[], again?: number): Uint8Array {
  const colors = [0, 0, 0, 255, 0, 0, 0, 255, 0, 255, 255, 255];
  const loop = [0x21, 0xff, 11, ...Buffer.from('NETSCAPE2.0'), 3, 1, ...word(again ?? 0), 0];
  return Uint8Array.from([
    ...Buffer.from('GIF89a'),
    ...[...word(width), ...word(height), 0x81, 0, 0, ...colors],
    ...(again === undefined ? [] : loop),
    ...frames.flatMap(frameBytes),
    0x3b,
  ]);
}

function frameBytes({ x = 0, y = 0, rows, delay = 0, disposal = 0, transparent, interlaced }: TinyFrame) {
  const control = (disposal << 2) | (transparent === undefined ? 0 : 1);
  const codes = codesOf([...rows.join('')].map(Number));
  return [
    ...[0x21, 0xf9, 4, control, ...word(delay), transparent ?? 0, 0],
    ...[0x2c, ...word(x), ...word(y), ...word(rows[0]!.length), ...word(rows.length), interlaced ? 0x40 : 0],
    ...[2, codes.length, ...codes, 0],
  ];
}

/** Three bits each: a clear code (4) after every second colour keeps the codes from getting longer; 5 is the end. */
function codesOf(colors: readonly number[]): readonly number[] {
  const codes = colors.flatMap((color, index) => (index % 2 === 0 ? [4, color] : [color]));
  const bits = [...codes, 5].map((code) => [...code.toString(2).padStart(3, '0')].reverse().join('')).join('');
  return (bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt([...byte].reverse().join(''), 2));
}
