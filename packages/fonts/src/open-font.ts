import { type Font, type FontFile, LcdError, messageOf } from '@lcdflow/core';
import { isBdf, readBdf } from './bdf.ts';
import { bitmapFont } from './bitmap-font.ts';
import { type LoadCanvas, loadCanvas } from './canvas-module.ts';
import { isHex, readHex } from './hex.ts';
import { broken, type Letters } from './letters.ts';
import { outlineFont } from './outline-font.ts';
import { isPcf, readPcf } from './pcf.ts';
import { isPsf, readPsf } from './psf.ts';
import { readFontFile } from './read-file.ts';
import { isOutline } from './sfnt.ts';

interface Format {
  is(bytes: Uint8Array): boolean;
  read(bytes: Uint8Array): Letters;
}

const FORMATS: readonly Format[] = [
  { is: isBdf, read: readBdf },
  { is: isPcf, read: readPcf },
  { is: isPsf, read: readPsf },
  { is: isHex, read: readHex },
];

/** Says whose fault it is: a message that begins with `:` goes on with the line. */
const named = (label: string, error: unknown): LcdError => {
  const message = messageOf(error);
  const code = error instanceof LcdError ? error.code : 'config';
  return new LcdError(code, `${label}${message.startsWith(':') ? '' : ': '}${message}`, { cause: error });
};

/** Reads a bitmap font whatever its format. @throws LcdError `config` */
export function readLetters(bytes: Uint8Array): Letters {
  const format = FORMATS.find(({ is }) => is(bytes));
  if (format === undefined) throw broken('a font is expected: BDF, PCF, PSF, Unifont hex, TrueType or OpenType');
  return format.read(bytes);
}

async function read(file: FontFile, load: LoadCanvas | undefined): Promise<Font> {
  const bytes = await readFontFile(file.path);
  if (isOutline(bytes)) return outlineFont(file, bytes, await loadCanvas(load));
  if (file.size !== undefined || file.threshold !== undefined)
    throw broken('size and threshold are for TrueType and OpenType; a bitmap font has its own size');
  return bitmapFont(file.name, readLetters(bytes));
}

/** Reads a font's file. Rejects with an `LcdError` whose message begins with the file. */
export const openFont = (file: FontFile, load?: LoadCanvas): Promise<Font> =>
  read(file, load).catch((error: unknown) => {
    throw named(file.label, error);
  });
