/**
 * The portable compiled format of the X Window System, in every order of bytes and bits.
 * Written from the public description at https://fontforge.org/docs/techref/pcf-format.html.
 */
import { type Charset, charsetOf, isUnicode } from './charset.ts';
import { broken, checkHeight, isSize, type Letter, type Letters } from './letters.ts';
import { type PcfTable, pcfTables } from './pcf-tables.ts';

const TABLE = { properties: 1, accelerators: 2, metrics: 4, bitmaps: 8, encodings: 32, bdfAccelerators: 256 } as const;
const COMPRESSED_METRICS = 0x100;
const NO_GLYPH = 0xffff;
const MOST_PROPERTIES = 4096;
const LONGEST_TEXT = 256;

interface Metrics {
  readonly left: number;
  readonly right: number;
  readonly advance: number;
  readonly ascent: number;
  readonly descent: number;
}

/** Where the measures of each picture are; each is looked up when it is asked for. */
function metricsOf(table: PcfTable): { readonly count: number; of(picture: number): Metrics } {
  const isCompressed = (table.format & COMPRESSED_METRICS) !== 0;
  const count = isCompressed ? table.u16(0) : table.i32(0);
  const size = isCompressed ? 5 : 12;
  if (count < 0 || (isCompressed ? 2 : 4) + count * size > table.length)
    throw broken('its table of metrics is cut off');
  const field = (picture: number, index: number): number =>
    isCompressed ? table.u8(2 + size * picture + index) - 0x80 : table.i16(4 + size * picture + 2 * index);
  return {
    count,
    of: (picture) => ({
      left: field(picture, 0),
      right: field(picture, 1),
      advance: field(picture, 2),
      ascent: field(picture, 3),
      descent: field(picture, 4),
    }),
  };
}

/** Whether pixel x of the row that begins at a byte is ink; bytes may be swapped inside units, bits count from either end. */
function pixelsOf(table: PcfTable, pixels: number): (row: number, x: number) => boolean {
  const unit = 1 << ((table.format >> 4) & 3);
  const highBitFirst = (table.format & 8) !== 0;
  const highByteFirst = (table.format & 4) !== 0;
  const swap = highBitFirst === highByteFirst ? 0 : unit - 1;
  return (row, x) => {
    const at = pixels + ((row + (x >> 3)) ^ swap);
    const byte = at < table.length ? table.u8(at) : 0;
    return ((byte >> (highBitFirst ? 7 - (x & 7) : x & 7)) & 1) === 1;
  };
}

/** What decodes one picture. One that reaches beyond the table is none. */
function picturesOf(table: PcfTable, metrics: ReturnType<typeof metricsOf>): (picture: number) => Letter | undefined {
  const count = table.i32(0);
  const pad = 1 << (table.format & 3);
  const pixels = 4 + 4 * count + 16;
  if (count !== metrics.count) throw broken(`${metrics.count} pictures are expected, not ${count}`);
  if (pixels > table.length) throw broken('its table of pictures is cut off');
  const isSet = pixelsOf(table, pixels);
  return (picture) => {
    const { left, right, advance, ascent, descent } = metrics.of(picture);
    const [width, height] = [right - left, ascent + descent];
    const stride = Math.ceil(width / (8 * pad)) * pad;
    const start = table.i32(4 + 4 * picture);
    if (!isSize(width, height) || start < 0 || pixels + start + stride * height > table.length) return undefined;
    return { left, top: ascent, width, height, advance, isInk: (x, y) => isSet(start + y * stride, x) };
  };
}

/** The texts among the properties by their names. */
function textsOf(table: PcfTable | undefined): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  if (table === undefined) return texts;
  const count = table.i32(0);
  if (count < 0 || count > MOST_PROPERTIES)
    throw broken(`at most ${MOST_PROPERTIES} properties are expected, not ${count}`);
  const strings = 4 + 9 * count + (count % 4 === 0 ? 0 : 4 - (count % 4)) + 4;
  const textAt = (offset: number): string => {
    let text = '';
    for (let at = strings + offset; text.length < LONGEST_TEXT && table.u8(at) !== 0; at++)
      text += String.fromCharCode(table.u8(at));
    return text;
  };
  for (let index = 0; index < count; index++) {
    const at = 4 + 9 * index;
    if (table.u8(at + 4) !== 0) texts.set(textAt(table.i32(at)), textAt(table.i32(at + 5)));
  }
  return texts;
}

/** What finds the picture of a number in the font's own set of letters. */
function encodingOf(table: PcfTable) {
  const [firstLow, lastLow, firstHigh, lastHigh] = [0, 2, 4, 6].map((at) => table.u16(at)) as [
    number,
    number,
    number,
    number,
  ];
  const columns = lastLow - firstLow + 1;
  const rows = lastHigh - firstHigh + 1;
  if (columns < 1 || rows < 1 || columns > 256 || rows > 256 || 10 + 2 * columns * rows > table.length)
    throw broken('its table of letters is cut off');
  const pictureOf = (code: number): number | undefined => {
    const [low, high] = [(code & 0xff) - firstLow, (code >> 8) - firstHigh];
    if (low < 0 || low >= columns || high < 0 || high >= rows) return undefined;
    const picture = table.u16(10 + 2 * (high * columns + low));
    return picture === NO_GLYPH ? undefined : picture;
  };
  const codes = function* (): Generator<number> {
    for (let high = firstHigh; high <= lastHigh; high++)
      for (let low = firstLow; low <= lastLow; low++)
        if (pictureOf(high * 256 + low) !== undefined) yield high * 256 + low;
  };
  return { pictureOf, codes };
}

/** The same for code points. Letters of Unicode need no table of their own. */
function byCodePoint({ pictureOf, codes }: ReturnType<typeof encodingOf>, charset: Charset) {
  if (isUnicode(charset)) return { pictureOf, codePoints: codes };
  const pictures = new Map<number, number>();
  for (const code of codes()) {
    const codePoint = charset(code);
    if (codePoint !== undefined) pictures.set(codePoint, pictureOf(code)!);
  }
  return { pictureOf: (codePoint: number) => pictures.get(codePoint), codePoints: () => pictures.keys() };
}

export const isPcf = (bytes: Uint8Array): boolean =>
  bytes[0] === 1 && bytes[1] === 0x66 && bytes[2] === 0x63 && bytes[3] === 0x70;

function read(bytes: Uint8Array): Letters {
  const tableOf = pcfTables(bytes);
  const needed = (type: number, words: string): PcfTable => {
    const table = tableOf(type);
    if (table === undefined) throw broken(`a PCF font with a table of ${words} is expected`);
    return table;
  };
  const metrics = metricsOf(needed(TABLE.metrics, 'metrics'));
  const picture = picturesOf(needed(TABLE.bitmaps, 'pictures'), metrics);
  const texts = textsOf(tableOf(TABLE.properties));
  const charset = charsetOf(texts.get('CHARSET_REGISTRY') ?? '', texts.get('CHARSET_ENCODING') ?? '');
  const { pictureOf, codePoints } = byCodePoint(encodingOf(needed(TABLE.encodings, 'letters')), charset);
  const lines = tableOf(TABLE.bdfAccelerators) ?? needed(TABLE.accelerators, 'accelerators');
  const [ascent, descent] = [lines.i32(8), lines.i32(12)];
  checkHeight(ascent, descent);
  const known = (codePoint: number): number | undefined => {
    const found = pictureOf(codePoint);
    return found !== undefined && found < metrics.count ? found : undefined;
  };
  return {
    ascent,
    descent,
    advanceOf: (codePoint) => {
      const found = known(codePoint);
      return found === undefined ? undefined : metrics.of(found).advance;
    },
    letter: (codePoint) => {
      const found = known(codePoint);
      return found === undefined ? undefined : picture(found);
    },
    codePoints,
  };
}

/** Reads a PCF font, unpacked. @throws LcdError `config` */
export function readPcf(bytes: Uint8Array): Letters {
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw broken('a PCF font is expected, but the file is cut off', error);
    throw error;
  }
}
