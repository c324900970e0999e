/**
 * Fonts of the Linux console. Written from the description of PSF versions 1 and 2 at
 * https://www.win.tue.nl/~aeb/linux/kbd/font-formats-1.html.
 */
import { broken, checkHeight, isSize, type Letter, type Letters, MOST_PIXELS } from './letters.ts';

interface Header {
  readonly count: number;
  readonly width: number;
  readonly height: number;
  /** Bytes of one picture. */
  readonly size: number;
  /** Where the pictures begin. */
  readonly start: number;
  readonly table: 'none' | 'utf-16' | 'utf-8';
}

const MOST_LETTERS = 0x1_0000;
/** ASCII letters that stand on the baseline. */
const STANDING = 'HExAnm0';

export const isPsf = (bytes: Uint8Array): boolean => isOne(bytes) || isTwo(bytes);
const isOne = (bytes: Uint8Array): boolean => bytes[0] === 0x36 && bytes[1] === 0x04;
const isTwo = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x72 && bytes[1] === 0xb5 && bytes[2] === 0x4a && bytes[3] === 0x86;

function headerOne(bytes: Uint8Array): Header {
  if (bytes.length < 4) throw broken('a PSF font is expected, but the file is cut off in its header');
  const [, , mode, height] = bytes as unknown as [number, number, number, number];
  const table = mode & 0x06 ? 'utf-16' : 'none';
  return { count: mode & 1 ? 512 : 256, width: 8, height, size: height, start: 4, table };
}

function headerTwo(bytes: Uint8Array): Header {
  if (bytes.length < 32) throw broken('a PSF font is expected, but the file is cut off in its header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const field = (index: number): number => view.getUint32(4 * index, true);
  const [start, flags, count, size, height, width] = [2, 3, 4, 5, 6, 7].map(field) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { count, width, height, size, start, table: flags & 1 ? 'utf-8' : 'none' };
}

function checkHeader(bytes: Uint8Array, { count, width, height, size, start }: Header): void {
  if (count < 1 || count > MOST_LETTERS) throw broken(`1 to ${MOST_LETTERS} letters are expected, not ${count}`);
  if (width < 1 || height < 1 || !isSize(width, height))
    throw broken(`letters of at most ${MOST_PIXELS} x ${MOST_PIXELS} pixels are expected, not ${width} x ${height}`);
  if (size < Math.ceil(width / 8) * height)
    throw broken(`${Math.ceil(width / 8) * height} bytes for each letter are expected, not ${size}`);
  if (start + count * size > bytes.length)
    throw broken(`${count} letters are expected, but the file is cut off after ${bytes.length} bytes`);
}

/** The single letters of each entry, in rising order of the pictures; sequences of letters are passed over. */
function entriesOf(bytes: Uint8Array, { start, count, size, table }: Header): readonly string[] {
  const rest = bytes.subarray(start + count * size);
  const words = table === 'utf-8' ? wordsOfBytes(rest) : wordsOfPairs(rest);
  return words.slice(0, count);
}

function wordsOfBytes(bytes: Uint8Array): readonly string[] {
  const decoder = new TextDecoder('utf-8');
  const words: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0xff, at);
    const entry = bytes.subarray(at, end < 0 ? bytes.length : end);
    const sequence = entry.indexOf(0xfe);
    words.push(decoder.decode(sequence < 0 ? entry : entry.subarray(0, sequence)));
    at = end < 0 ? bytes.length : end + 1;
  }
  return words;
}

function wordsOfPairs(bytes: Uint8Array): readonly string[] {
  const words: string[] = [];
  let word = '';
  let isSequence = false;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const code = bytes[at]! | (bytes[at + 1]! << 8);
    if (code === 0xffff) {
      words.push(word);
      word = '';
      isSequence = false;
    } else if (code === 0xfffe) isSequence = true;
    else if (!isSequence) word += String.fromCodePoint(code);
  }
  return words;
}

/** The picture of each code point. Without a table the place of a picture is its code point. */
function picturesOf(bytes: Uint8Array, header: Header): ReadonlyMap<number, number> {
  const pictures = new Map<number, number>();
  if (header.table === 'none') for (let picture = 0; picture < header.count; picture++) pictures.set(picture, picture);
  else
    for (const [picture, letters] of entriesOf(bytes, header).entries())
      for (const letter of letters)
        if (!pictures.has(letter.codePointAt(0)!)) pictures.set(letter.codePointAt(0)!, picture);
  return pictures;
}

/** The format says nothing of a baseline: it is below the letters that stand on it. */
function ascentOf({ height, width }: Header, letter: (codePoint: number) => Letter | undefined): number {
  for (const standing of STANDING) {
    const found = letter(standing.codePointAt(0)!);
    for (let y = height - 1; found && y >= 0; y--) for (let x = 0; x < width; x++) if (found.isInk(x, y)) return y + 1;
  }
  return Math.max(1, Math.round(height * 0.8));
}

/** Reads a console font, unpacked. @throws LcdError `config` */
export function readPsf(bytes: Uint8Array): Letters {
  const header = isTwo(bytes) ? headerTwo(bytes) : headerOne(bytes);
  checkHeader(bytes, header);
  const { width, height, size, start } = header;
  const stride = Math.ceil(width / 8);
  const pictures = picturesOf(bytes, header);
  const letterAt = (codePoint: number, top: number): Letter | undefined => {
    const picture = pictures.get(codePoint);
    if (picture === undefined) return undefined;
    const from = start + picture * size;
    const isInk = (x: number, y: number): boolean =>
      ((bytes[from + y * stride + (x >> 3)]! >> (7 - (x & 7))) & 1) === 1;
    return { left: 0, top, width, height, advance: width, isInk };
  };
  const ascent = ascentOf(header, (codePoint) => letterAt(codePoint, 0));
  checkHeight(ascent, height - ascent);
  return {
    ascent,
    descent: height - ascent,
    advanceOf: (codePoint) => (pictures.has(codePoint) ? width : undefined),
    letter: (codePoint) => letterAt(codePoint, ascent),
    codePoints: () => pictures.keys(),
  };
}
