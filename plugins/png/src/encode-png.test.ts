import type { Frame } from '@lcdflow/core';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { encodePng } from './encode-png.ts';

const decoded = (file: Uint8Array): Frame => {
  const { width, height, data } = PNG.sync.read(Buffer.from(file));
  const cells = new Uint32Array(width * height);
  for (let index = 0; index < cells.length; index++) cells[index] = data.readUInt32BE(4 * index) >>> 8;
  return { width, height, cells };
};

/** A frame in which each of so many colours occurs. */
const colorful = (colors: number): Frame => ({
  width: 23,
  height: 19,
  cells: Uint32Array.from({ length: 23 * 19 }, (_, index) => ((index % colors) * 0x9e3779b1) >>> 8),
});

const chunks = (file: Uint8Array): readonly { type: string; data: Buffer; crc: number }[] => {
  const bytes = Buffer.from(file);
  const found = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const end = at + 8 + bytes.readUInt32BE(at);
    found.push({
      type: bytes.toString('latin1', at + 4, at + 8),
      data: bytes.subarray(at + 8, end),
      crc: bytes.readUInt32BE(end),
    });
  }
  return found;
};

test.each([
  [1, 1, 'palette'],
  [2, 1, 'palette'],
  [3, 2, 'palette'],
  [4, 2, 'palette'],
  [5, 4, 'palette'],
  [16, 4, 'palette'],
  [17, 8, 'palette'],
  [256, 8, 'palette'],
  [257, 8, 'RGB'],
])('%i colours take %i bits of %s', (colors, bits, kind) => {
  const file = encodePng(colorful(colors));
  const { data } = chunks(file)[0]!;
  expect([data[8], data[9]]).toEqual([bits, kind === 'RGB' ? 2 : 3]);
  expect(chunks(file).map(({ type }) => type)).toEqual(
    kind === 'RGB' ? ['IHDR', 'IDAT', 'IEND'] : ['IHDR', 'PLTE', 'IDAT', 'IEND'],
  );
  expect(decoded(file)).toEqual(colorful(colors));
});

test('any frame is read back as it was', () => {
  const frames = fc
    .tuple(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.nat(0xffffff), { minLength: 1 }),
    )
    .chain(([width, height, colors]) =>
      fc
        .array(fc.constantFrom(...colors), { minLength: width * height, maxLength: width * height })
        .map((cells): Frame => ({ width, height, cells: Uint32Array.from(cells) })),
    );
  fc.assert(
    fc.property(frames, (frame) => {
      expect(decoded(encodePng(frame))).toEqual(frame);
    }),
  );
});

test('the bytes before the picture', () => {
  const file = Buffer.from(encodePng({ width: 3, height: 1, cells: Uint32Array.of(0xff8000, 0x0000ff, 0xff8000) }));
  const dump = file
    .subarray(0, 53)
    .toString('hex')
    .replace(/(..)(?=.)/g, '$1 ')
    .match(/.{1,48}/g)!;
  expect(dump.map((line) => line.trim())).toEqual([
    '89 50 4e 47 0d 0a 1a 0a 00 00 00 0d 49 48 44 52',
    '00 00 00 03 00 00 00 01 01 03 00 00 00 21 2e 86',
    'f7 00 00 00 06 50 4c 54 45 ff 80 00 00 00 ff dd',
    '47 4d 1c 00 00',
  ]);
});

/** CRC-32 bit by bit (PNG specification 5.5), to check the one of zlib that the writer uses. */
function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

test('every chunk has its CRC', () => {
  const found = chunks(encodePng(colorful(300)));
  expect(found.map(({ crc }) => crc)).toEqual(
    found.map(({ type, data }) => crcOf(Buffer.concat([Buffer.from(type), data]))),
  );
});

test('an empty picture is told', () => {
  expect(() => encodePng({ width: 0, height: 4, cells: new Uint32Array(0) })).toThrow(
    expect.objectContaining({ code: 'config', message: 'png: a picture has at least one pixel, not 0x4' }),
  );
});
