import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { LcdError } from '@lcdflow/core';
import { broken } from './letters.ts';

/** Bytes that a font's file may have, unpacked. */
const MOST_BYTES = 64 * 1024 * 1024;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'not found',
  EACCES: 'not readable by this user: check its permissions',
  EPERM: 'not readable by this user: check its permissions',
  EISDIR: 'a file is expected, but this is a folder',
  ENOTDIR: 'not found: a part of the path is no folder',
};

/** The bytes of a plain file. */
async function bytesOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const stat = await file.stat();
    if (stat.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    if (!stat.isFile()) throw broken('a plain file is expected');
    if (stat.size > MOST_BYTES) throw tooLarge();
    return await file.readFile();
  } finally {
    await file.close();
  }
}

const tooLarge = (): LcdError => broken(`at most ${MOST_BYTES / 1024 / 1024} MiB are expected`);
const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function unpacked(bytes: Buffer): Promise<Buffer> {
  if (!isGzip(bytes)) return bytes;
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: MOST_BYTES });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : broken('what gzip has packed is cut off or broken', error);
  }
}

/** Reads a file, unpacked if gzip has packed it. Rejects with `not-found`, `permission` or `config`. */
export async function readFontFile(path: string): Promise<Buffer> {
  try {
    return await unpacked(await bytesOf(path));
  } catch (error) {
    if (error instanceof LcdError) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    const kind = code === 'EACCES' || code === 'EPERM' ? 'permission' : 'not-found';
    throw new LcdError(kind, REASONS[code] ?? message, { cause: error });
  }
}
