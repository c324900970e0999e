import { deflateSync } from 'node:zlib';
import { LcdError } from '@lcdflow/core';
import { expect, test } from 'vitest';
import { jpegOf, pictureFrom, pngOf, scene, tinyGif } from '../test/pictures.ts';
import type { Picture } from './picture.ts';
import { decoded } from './reading/decoded.ts';

const first = (bytes: Uint8Array): Picture => decoded(bytes).play()();
const problem = (bytes: Uint8Array): string => {
  try {
    first(bytes);
    return 'none';
  } catch (error) {
    expect(error).toBeInstanceOf(LcdError);
    return (error as Error).message;
  }
};

test('a PNG gives back every pixel, with how opaque it is', () => {
  const picture = scene(31, 17);
  expect(first(pngOf(picture))).toEqual(picture);
});

test('a JPEG gives back nearly every pixel', () => {
  const { width, height, rgba } = first(jpegOf(pictureFrom(16, 16, (x) => (x < 8 ? 0xff_00_00_ff : 0x00_00_ff_ff))));
  expect([width, height]).toEqual([16, 16]);
  expect(rgba[0]).toBeGreaterThan(230);
  expect(rgba[4 * 15 + 2]).toBeGreaterThan(230);
});

/** A JPEG with an Exif segment of one tag. */
const heldSo = (jpeg: Uint8Array, orientation: number, isLittle: boolean): Uint8Array => {
  const words = isLittle
    ? 'II*\0\b\0\0\0\u0001\0\u0012\u0001\u0003\0\u0001\0\0\0'
    : 'MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001';
  const value = isLittle ? [orientation, 0, 0, 0] : [0, orientation, 0, 0];
  const content = Buffer.concat([Buffer.from(`Exif\0\0${words}`, 'latin1'), Buffer.from([...value, 0, 0, 0, 0])]);
  const marker = Buffer.from([0xff, 0xe1, 0, content.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), marker, content, jpeg.subarray(2)]);
};

/** Red, green, blue and white, where they are: the corners of a picture. */
const cornersOf = ({ width, height, rgba }: Picture): string =>
  [0, width - 1, (height - 1) * width, height * width - 1]
    .map((at) => {
      const [red, green, blue] = rgba.subarray(4 * at, 4 * at + 3);
      return red! > 128 && green! > 128 ? 'w' : red! > 128 ? 'r' : green! > 128 ? 'g' : blue! > 128 ? 'b' : '.';
    })
    .join('');

test('a photograph is upright however the camera was held', () => {
  const corner = (x: number, y: number) =>
    y < 8 ? (x < 16 ? 0xff0000ff : 0x00ff00ff) : x < 16 ? 0x0000ffff : 0xffffffff;
  const jpeg = jpegOf(pictureFrom(32, 16, corner));
  const seen = (orientation: number, isLittle = true) => first(heldSo(jpeg, orientation, isLittle));
  const all = Array.from({ length: 10 }, (_, orientation) => cornersOf(seen(orientation)));
  expect(all).toEqual(['rgbw', 'rgbw', 'grwb', 'wbgr', 'bwrg', 'rbgw', 'brwg', 'wgbr', 'gwrb', 'rgbw']);
  expect([seen(3).width, seen(6).width, seen(6, false).height]).toEqual([32, 16, 32]);
  expect(cornersOf(seen(6, false))).toBe('brwg');
});

test('pictures of 20,000 pixels a side are refused before they are decoded', () => {
  const png = Buffer.from(pngOf(scene(2, 2)));
  png.writeUInt32BE(20_000, 16);
  png.writeUInt32BE(20_000, 20);
  const jpeg = Buffer.from(jpegOf(scene(8, 8)));
  const at = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(20_000, at + 5);
  jpeg.writeUInt16BE(20_000, at + 7);
  const gif = Buffer.from(tinyGif(1, 1, [{ rows: ['1'] }]));
  gif.writeUInt16LE(20_000, 6);
  gif.writeUInt16LE(20_000, 8);
  const words = 'the picture has 20000 x 20000 pixels, expected at most 8192 a side and 16 million of them';
  expect([png, jpeg, gif].map(problem)).toEqual([words, words, words]);
  const frame = Buffer.from(tinyGif(1, 1, [{ rows: ['1'] }]));
  frame.writeUInt16LE(20_000, frame.indexOf(0x2c, 13) + 5);
  expect(problem(frame)).toBe('the picture has 20000 x 1 pixels, expected at most 8192 a side and 16 million of them');
});

/** One chunk; nobody looks at its sum before the data are inflated. */
const chunk = (kind: string, data: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(kind), data, Buffer.alloc(4)]);
};

test('an interlaced PNG that would inflate to much more than its pixels is refused', () => {
  const header = Buffer.from(pngOf(scene(8, 8))).subarray(0, 33);
  header[28] = 1;
  const bomb = Buffer.concat([header, chunk('IDAT', deflateSync(Buffer.alloc(50_000_000)))]);
  expect(problem(bomb)).toBe('the PNG is broken or cut off');
  const cause = { code: 'ERR_BUFFER_TOO_LARGE' };
  expect(() => decoded(bomb)).toThrow(expect.objectContaining({ cause: expect.objectContaining(cause) }));
});

test('what is cut off is shown as far as it goes, or told', () => {
  const pictures = [pngOf(scene(12, 9)), jpegOf(scene(12, 9)), heldSo(jpegOf(scene(12, 9)), 6, true)];
  for (const bytes of pictures) {
    const found = new Set(Array.from(bytes, (_, length) => problem(bytes.subarray(0, length))));
    for (const words of found) expect(words).toMatch(/^none$|^expected a PNG|cut off$|before its size$/);
  }
});

test('what is no picture is told', () => {
  const words = 'expected a PNG, JPEG or GIF';
  const texts = ['', '<html>', 'GIF', '\u0089PNG'].map((text) => Buffer.from(text, 'utf8'));
  expect(texts.map(problem)).toEqual([words, words, words, words]);
  expect(problem(new Uint8Array(10_000_000))).toBe(words);
});
