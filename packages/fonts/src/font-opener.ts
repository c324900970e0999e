import type { Font, FontFile, FontOpener } from '@lcdflow/core';
import { LcdError, messageOf } from '@lcdflow/core';
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
import { systemFont, UNIFONT } from './system-font.ts';

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

async function opened(file: FontFile, load: LoadCanvas | undefined): Promise<Font> {
  const bytes = await readFontFile(file.path);
  if (isOutline(bytes)) return outlineFont(file, bytes, await loadCanvas(load));
  if (file.size !== undefined || file.threshold !== undefined)
    throw broken('size and threshold are for TrueType and OpenType; a bitmap font has its own size');
  return bitmapFont(file.name, readLetters(bytes));
}

/** What `fontOpener` may be told, for tests. */
export interface FontOpenerOptions {
  /** Where the module for outline fonts comes from. */
  readonly load?: LoadCanvas;
  /** Files of the last font; the first that is there counts. Those of Debian's Unifont when left out. */
  readonly last?: readonly string[];
}

/**
 * Opens font files: BDF, PCF and PSF, packed with gzip or not, and with the optional module `@napi-rs/canvas` TrueType and
 * OpenType. Its last font is the Unifont of the system, if it is there.
 */
export function fontOpener({ load, last = UNIFONT }: FontOpenerOptions = {}): FontOpener {
  return {
    open: (file) =>
      opened(file, load).catch((error: unknown) => {
        throw named(file.label, error);
      }),
    last: systemFont(last),
  };
}
