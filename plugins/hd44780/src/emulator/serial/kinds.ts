/** What a backpack does with the bytes it gets (docs/protocol.md section 4). */
export interface Kind {
  readonly name: string;
  /** The next byte is an instruction. */
  readonly command: number;
  /** The next byte is a letter, whatever it is. */
  readonly literal?: number;
  readonly baudRate: number;
  /** Width of its bus to the chip after power-up. */
  readonly bits: 4 | 8;
  /** ms that it needs between a command byte and the instruction, and after that. */
  readonly pause?: number;
  /** Instructions that are its own: a level of the backlight, or a question for the keys. */
  readonly own?: Readonly<Record<number, number | 'keys'>>;
  /** Bytes that are levels by themselves. */
  readonly levels?: Readonly<Record<number, number>>;
  /** In front of a byte that is a level; and the level of each such byte. */
  readonly light?: { readonly prefix: number; level(byte: number): number | undefined };
  readonly keys?: readonly string[];
  /** In front of a byte that tells keys, and that byte for those that are down. */
  readonly keypad?: { readonly prefix: number; code(down: readonly string[]): number };
}

/** Column in the upper half, a bit for the row in the lower one: of the key that went down last. */
const matrixCode = (down: readonly string[]): number => {
  const [row = 1, column = 1] = (down.at(-1) ?? 'key11').slice(3).split('').map(Number);
  return ((column - 1) << 4) | (1 << (row - 1));
};

/** Low for a key that is down, from bit 0 on. */
const EZIO_100 = ['escape', 'up', 'enter', 'down'];
const ezioCode = (down: readonly string[]): number =>
  EZIO_100.reduce((code, key, bit) => (down.includes(key) ? code & ~(1 << bit) : code), 0x4f);

const MATRIX = ['1', '2', '3', '4'];

/** All there are. */
export const KINDS: readonly Kind[] = [
  { name: 'pertelian', command: 0xfe, baudRate: 9_600, bits: 8, own: { 2: 0, 3: 1 } },
  {
    ...{ name: 'los-panel', command: 0xfe, baudRate: 9_600, bits: 4 },
    light: { prefix: 0xfd, level: (byte) => byte / 0xff },
    keys: MATRIX.flatMap((row) => MATRIX.map((column) => `key${row}${column}`)),
    keypad: { prefix: 0xfe, code: matrixCode },
  },
  {
    ...{ name: 'serlcd', command: 0xfe, baudRate: 9_600, bits: 4 },
    light: { prefix: 0x7c, level: (byte) => (byte >= 0x80 && byte <= 0x9d ? (byte - 0x80) / 29 : undefined) },
  },
  { name: 'vdr-lcd', command: 0xfe, baudRate: 9_600, bits: 4 },
  {
    ...{ name: 'vdr-wakeup', command: 0xc0, literal: 0xc4, baudRate: 9_600, bits: 4 },
    levels: { 200: 1, 201: 0, 207: 0 },
  },
  { name: 'lcdserializer', command: 0xfe, baudRate: 9_600, bits: 8 },
  { name: 'picanlcd', command: 0x11, literal: 0x12, baudRate: 9_600, bits: 8 },
  {
    ...{ name: 'ezio', command: 0xfe, baudRate: 2_400, bits: 4, pause: 40 },
    own: { 6: 'keys' },
    keys: ['up', 'down', 'enter', 'escape'],
    keypad: { prefix: 0xfd, code: ezioCode },
  },
];
