import { gzipSync } from 'node:zlib';

/** A font of three letters, 6 x 8: A, an accent that reaches back, and a wide letter. */
export const TINY_BDF = `STARTFONT 2.1
COMMENT made for the tests
FONT -lcdflow-tiny-medium-r-normal--8-80-75-75-c-60-iso10646-1
SIZE 8 75 75
FONTBOUNDINGBOX 12 8 0 -2
STARTPROPERTIES 4
FONT_ASCENT 6
FONT_DESCENT 2
CHARSET_REGISTRY "ISO10646"
CHARSET_ENCODING "1"
ENDPROPERTIES
CHARS 3
STARTCHAR A
ENCODING 65
SWIDTH 500 0
DWIDTH 6 0
BBX 5 6 0 0
BITMAP
20
50
88
F8
88
88
ENDCHAR
STARTCHAR acute
ENCODING 769
DWIDTH 0 0
BBX 2 1 -4 6
BITMAP
C0
ENDCHAR
STARTCHAR one
ENCODING 19968
DWIDTH 12 0
BBX 11 1 0 3
BITMAP
FFE0
ENDCHAR
ENDFONT
`;

const A = [0x20, 0x50, 0x88, 0xf8, 0x88, 0x88, 0, 0];
const blank = A.map(() => 0);

/** 256 letters, 8 x 8, all blank but picture 3, which the table gives to A and to Greek alpha. */
export const psfOne = (): Uint8Array => {
  const pictures = Array.from({ length: 256 }, (_, picture) => (picture === 3 ? A : blank)).flat();
  const table = Array.from({ length: 256 }, (_, picture) =>
    picture === 3 ? [0x41, 0, 0x91, 0x03, 0xfe, 0xff, 0x42, 0, 0xff, 0xff] : [0xff, 0xff],
  ).flat();
  return Uint8Array.from([0x36, 0x04, 0x02, 8, ...pictures, ...table]);
};

const u32 = (value: number): readonly number[] => [0, 8, 16, 24].map((shift) => (value >> shift) & 0xff);

/** Two letters, 10 x 2, the second is A and a wide one. */
export const psfTwo = (): Uint8Array =>
  Uint8Array.from([
    ...[0x72, 0xb5, 0x4a, 0x86],
    ...[0, 32, 1, 2, 4, 2, 10].flatMap(u32),
    ...[0, 0, 0, 0],
    ...[0xff, 0xc0, 0x80, 0x40],
    ...[0xff],
    ...[...new TextEncoder().encode('A一'), 0xfe, 0x42, 0xff],
  ]);

export const HEX = `0041:0000000018242442427E424242420000\n4E00:${'0'.repeat(28)}7FFC${'0'.repeat(32)}\n`;

export const packed = (bytes: Uint8Array | string): Uint8Array => gzipSync(bytes);
