/** Adobe's glyph bitmap distribution format, versions 2.1 and 2.2 (Adobe Technical Note 5005). */
import { type Charset, charsetOf } from './charset.ts';
import { broken, checkHeight, isSize, type Letter, type Letters, MOST_PIXELS } from './letters.ts';

/** One line of the file: its first word, the rest, and its number from 1. */
interface Line {
  readonly word: string;
  readonly rest: string;
  readonly number: number;
}

interface Box {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly bottom: number;
}

const MOST_LETTERS = 0x11_0000;
const LONGEST_LINE = 4096;

export const isBdf = (bytes: Uint8Array): boolean => /^STARTFONT\b/.test(String.fromCharCode(...bytes.subarray(0, 10)));

/** The lines of a file that say something. */
class Lines {
  readonly #text: string;
  #at = 0;
  #number = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** `undefined` at the end of the file. */
  next(): Line | undefined {
    while (this.#at < this.#text.length) {
      const end = this.#text.indexOf('\n', this.#at);
      const line = this.#text.slice(this.#at, end < 0 ? undefined : end).trim();
      this.#at = end < 0 ? this.#text.length : end + 1;
      this.#number++;
      if (line.length > LONGEST_LINE) throw this.wrong(`lines of at most ${LONGEST_LINE} letters are expected`);
      if (line === '' || line.startsWith('COMMENT')) continue;
      const [, word, rest] = /^(\S+)\s*([\s\S]*)$/.exec(line)!;
      return { word: word!, rest: rest!, number: this.#number };
    }
    return undefined;
  }

  /** The next line, which must be there. */
  needed(words: string): Line {
    const line = this.next();
    if (line === undefined) throw this.wrong(`${words} expected, but the file ends here`);
    return line;
  }

  wrong(message: string, number = this.#number): Error {
    return broken(`:${number}: ${message}`);
  }

  /** Whole numbers of a line, at least so many. */
  numbers({ word, rest, number }: Line, least: number): readonly number[] {
    const numbers = rest === '' ? [] : rest.split(/\s+/).map(Number);
    if (numbers.length < least || numbers.some((one) => !Number.isInteger(one)))
      throw this.wrong(`${word} with ${least} whole number${least === 1 ? '' : 's'} is expected`, number);
    return numbers;
  }

  /** The box that FONTBOUNDINGBOX or BBX describes. */
  box(line: Line): Box {
    const [width, height, left, bottom] = this.numbers(line, 4) as [number, number, number, number];
    const isFar = Math.abs(left) > MOST_PIXELS || Math.abs(bottom) > MOST_PIXELS;
    if (!isSize(width, height) || isFar)
      throw this.wrong(`letters of at most ${MOST_PIXELS} x ${MOST_PIXELS} pixels are expected`, line.number);
    return { width, height, left, bottom };
  }
}

interface Header {
  readonly box: Box;
  readonly properties: ReadonlyMap<string, string>;
  /** What DWIDTH of all letters is, if there is one. */
  readonly advance: number | undefined;
}

const unquoted = (text: string): string => text.replace(/^"(.*)"$/, '$1');

/** Everything before the first letter. */
function readHeader(lines: Lines): Header {
  const properties = new Map<string, string>();
  let box: Box | undefined;
  let advance: number | undefined;
  for (;;) {
    const line = lines.needed('CHARS is');
    if (line.word === 'FONTBOUNDINGBOX') box = lines.box(line);
    else if (line.word === 'DWIDTH') advance = lines.numbers(line, 1)[0]!;
    else if (line.word === 'CHARS') {
      if (box === undefined) throw lines.wrong('FONTBOUNDINGBOX is expected before CHARS');
      if (lines.numbers(line, 1)[0]! > MOST_LETTERS) throw lines.wrong(`at most ${MOST_LETTERS} letters are expected`);
      return { box, properties, advance };
    } else properties.set(line.word, unquoted(line.rest));
  }
}

/** The rows of a letter's picture as bytes, the leftmost pixel highest. */
function readRows(lines: Lines, { width, height }: Box): Uint8Array {
  const stride = Math.ceil(width / 8);
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const { word, rest } = lines.needed('hexadecimal digits are');
    if (!/^[0-9A-Fa-f]+$/.test(word) || rest !== '' || word.length < Math.ceil(width / 4))
      throw lines.wrong(`${2 * stride} hexadecimal digits are expected`);
    for (let x = 0; x < stride; x++) rows[y * stride + x] = Number.parseInt(word.substr(2 * x, 2).padEnd(2, '0'), 16);
  }
  return rows;
}

/** From behind STARTCHAR to ENDCHAR. */
function readLetter(lines: Lines, header: Header): { code: number; letter: Letter } {
  let { box, advance } = header as { box: Box; advance: number | undefined };
  let code: number | undefined;
  let rows: Uint8Array | undefined;
  for (;;) {
    const line = lines.needed('ENDCHAR is');
    if (line.word === 'ENCODING') code = lines.numbers(line, 1)[0]!;
    else if (line.word === 'DWIDTH') advance = lines.numbers(line, 1)[0]!;
    else if (line.word === 'BBX') box = lines.box(line);
    else if (line.word === 'BITMAP') rows = readRows(lines, box);
    else if (line.word === 'ENDCHAR') {
      if (code === undefined || rows === undefined)
        throw lines.wrong('ENCODING and BITMAP are expected before ENDCHAR');
      return { code, letter: letterOf(box, advance ?? box.width, rows) };
    } else if (line.word === 'STARTCHAR' || line.word === 'ENDFONT') throw lines.wrong('ENDCHAR is expected');
  }
}

function letterOf({ width, height, left, bottom }: Box, advance: number, rows: Uint8Array): Letter {
  const stride = Math.ceil(width / 8);
  const isInk = (x: number, y: number): boolean => ((rows[y * stride + (x >> 3)]! >> (7 - (x & 7))) & 1) === 1;
  return { left, top: bottom + height, width, height, advance, isInk };
}

function readLetters(lines: Lines, header: Header, charset: Charset): ReadonlyMap<number, Letter> {
  const letters = new Map<number, Letter>();
  for (;;) {
    const line = lines.needed('ENDFONT is');
    if (line.word === 'ENDFONT') return letters;
    if (line.word !== 'STARTCHAR') throw lines.wrong('STARTCHAR or ENDFONT is expected');
    const { code, letter } = readLetter(lines, header);
    const codePoint = charset(code);
    if (codePoint !== undefined) letters.set(codePoint, letter);
  }
}

const rowsOf = (properties: Header['properties'], name: string): number | undefined => {
  const rows = Number(properties.get(name) ?? Number.NaN);
  return Number.isInteger(rows) ? rows : undefined;
};

/** Reads a BDF font, unpacked. @throws LcdError `config` with the line */
export function readBdf(bytes: Uint8Array): Letters {
  const lines = new Lines(new TextDecoder('latin1').decode(bytes));
  const header = readHeader(lines);
  const { box, properties } = header;
  const ascent = rowsOf(properties, 'FONT_ASCENT') ?? box.height + box.bottom;
  const descent = rowsOf(properties, 'FONT_DESCENT') ?? -box.bottom;
  checkHeight(ascent, descent);
  const charset = charsetOf(properties.get('CHARSET_REGISTRY') ?? '', properties.get('CHARSET_ENCODING') ?? '');
  const letters = readLetters(lines, header, charset);
  return {
    ascent,
    descent,
    advanceOf: (codePoint) => letters.get(codePoint)?.advance,
    letter: (codePoint) => letters.get(codePoint),
    codePoints: () => letters.keys(),
  };
}
