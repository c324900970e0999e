/** GNU Unifont's own format: a line for each letter, `0041:` and 16 rows of 8 or 16 pixels as hexadecimal digits. */
import { broken, type Letters } from './letters.ts';

const HEIGHT = 16;
const ASCENT = 14;
const LINE = /^([0-9A-Fa-f]{4,6}):((?:[0-9A-Fa-f]{2}){16,32})$/;

export const isHex = (bytes: Uint8Array): boolean =>
  /^[0-9A-Fa-f]{4,6}:[0-9A-Fa-f]{32}/.test(String.fromCharCode(...bytes.subarray(0, 40)));

/** Where the pixels of each letter begin in the text, and how many digits there are. */
function placesOf(text: string): ReadonlyMap<number, readonly [at: number, digits: number]> {
  const places = new Map<number, readonly [number, number]>();
  for (let at = 0, line = 1; at < text.length; line++) {
    const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    const [, code, pixels] = LINE.exec(text.slice(at, end).trimEnd()) ?? [];
    if (code !== undefined && pixels!.length % 32 === 0)
      places.set(Number.parseInt(code, 16), [at + code.length + 1, pixels!.length]);
    else if (text.slice(at, end).trim() !== '')
      throw broken(`:${line}: a code point and 32 or 64 digits are expected, such as 0041:0000…`);
    at = end + 1;
  }
  return places;
}

/** Reads a `.hex` file, unpacked. @throws LcdError `config` with the line */
export function readHex(bytes: Uint8Array): Letters {
  const text = new TextDecoder('latin1').decode(bytes);
  const places = placesOf(text);
  const widthOf = (digits: number): number => (digits / HEIGHT) * 4;
  return {
    ascent: ASCENT,
    descent: HEIGHT - ASCENT,
    advanceOf: (codePoint) => {
      const place = places.get(codePoint);
      return place && widthOf(place[1]);
    },
    letter: (codePoint) => {
      const place = places.get(codePoint);
      if (place === undefined) return undefined;
      const width = widthOf(place[1]);
      const isInk = (x: number, y: number): boolean =>
        ((Number.parseInt(text[place[0] + (y * width) / 4 + (x >> 2)]!, 16) >> (3 - (x & 3))) & 1) === 1;
      return { left: 0, top: ASCENT, width, height: HEIGHT, advance: width, isInk };
    },
    codePoints: () => places.keys(),
  };
}
