import { endianness } from 'node:os';
import process from 'node:process';
import type { Files } from './files.ts';

/** AT_PAGESZ of getauxval(3). */
const AT_PAGESZ = 6n;
const USUAL = 4096;

/** Bytes of a page of memory: 4096, or up to 65536 on some arm64 machines, as the kernel told this process. */
export function pageSize(files: Files): number {
  try {
    return parseAuxv(files.bytes('/proc/self/auxv'), /64|s390x/.test(process.arch)) ?? USUAL;
  } catch {
    return USUAL;
  }
}

/** The page size in the pairs of numbers that /proc/self/auxv is made of. */
export function parseAuxv(bytes: Buffer, isWide: boolean): number | undefined {
  const width = isWide ? 8 : 4;
  const isLittle = endianness() === 'LE';
  const at = (offset: number): bigint => {
    if (isWide) return isLittle ? bytes.readBigUInt64LE(offset) : bytes.readBigUInt64BE(offset);
    return BigInt(isLittle ? bytes.readUInt32LE(offset) : bytes.readUInt32BE(offset));
  };
  for (let offset = 0; offset + 2 * width <= bytes.length; offset += 2 * width)
    if (at(offset) === AT_PAGESZ) return Number(at(offset + width));
  return undefined;
}
