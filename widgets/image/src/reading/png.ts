import { inflateSync } from 'node:zlib';
import { LcdError } from '@lcdflow/core';
import { PNG } from 'pngjs';
import { assertSize, type Picture } from '../picture.ts';

const HEADER = 8;
const CHUNK = 12;
/** Bytes a pixel may have at most: four parts of 16 bits. */
const MOST_BYTES = 8;

/** A PNG; of an animated one its first picture. Throws `protocol` when it is broken or cut off. */
export function png(file: Uint8Array): Picture {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  if (bytes.length < 33) throw new LcdError('protocol', 'the PNG ends before its size');
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  assertSize(size);
  try {
    if (bytes[28] === 1) assertInflated(bytes, size.width, size.height);
    const { width, height, data } = PNG.sync.read(bytes);
    return { width, height, rgba: data };
  } catch (error) {
    throw new LcdError('protocol', 'the PNG is broken or cut off', { cause: error });
  }
}

/** The decoder inflates interlaced pictures whole, however much comes out. */
function assertInflated(bytes: Buffer, width: number, height: number): void {
  const pieces: Buffer[] = [];
  for (let at = HEADER; at + CHUNK <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') pieces.push(bytes.subarray(at + 8, at + 8 + length));
    at += CHUNK + length;
  }
  // Each of seven passes begins its rows with a byte of its own.
  inflateSync(Buffer.concat(pieces), { maxOutputLength: MOST_BYTES * width * height + 7 * (height + 1) });
}
