/** How a backpack's backlight is set: its bytes for a level from 0 to 1. */
export interface Light {
  /** Two steps, or as many as a byte has. */
  readonly dims: boolean;
  bytes(level: number): readonly number[];
}

/** How a backpack tells its keys. */
export interface Keypad {
  /** In front of each byte that is a key. */
  readonly prefix: number;
  /** The instruction that asks for the keys; they come by themselves when left out. */
  readonly question?: number;
  readonly keys: readonly string[];
  /** The keys that are down, by the byte behind the prefix. */
  down(code: number): readonly string[];
}

/** A box between a serial line and a controller (docs/protocol.md section 4). */
export interface Backpack {
  readonly name: string;
  readonly meaning: string;
  /** In front of each instruction. */
  readonly prefix: number;
  /** Bytes of data from `from` to `to` need this in front. */
  readonly literal?: { readonly prefix: number; readonly from: number; readonly to: number };
  /** Bytes that cannot be sent as letters, beside the prefix. */
  readonly reserved?: readonly number[];
  readonly baudRate: number;
  /** Width of the bus between backpack and controller, as function set has it. */
  readonly bits: 4 | 8;
  /** An instruction that means something else here. */
  readonly lacks?: number;
  /** ms behind the prefix of an instruction, and behind the instruction. */
  readonly pause?: number;
  readonly light?: Light;
  readonly keypad?: Keypad;
}

const onOff = (on: readonly number[], off: readonly number[]): Light => ({
  dims: false,
  bytes: (level) => (level >= 0.5 ? on : off),
});

/** Low bits of a key byte, active low, by the device that sends them: the EZIO-100 in 40 to 4f, the EZIO-300 in b0 to bf. */
const EZIO_KEYS: Readonly<Record<number, readonly string[]>> = {
  4: ['escape', 'up', 'enter', 'down'],
  11: ['up', 'down', 'enter', 'escape'],
};

const ezioKeys: Keypad = {
  prefix: 0xfd,
  question: 0x06,
  keys: ['up', 'down', 'enter', 'escape'],
  down: (code) => (EZIO_KEYS[code >> 4] ?? []).filter((_, bit) => ((code >> bit) & 1) === 0),
};

const MATRIX = [1, 2, 3, 4];

/** The upper half is the column from 0, the lower one has a bit for each row that is closed. */
const matrixKeys: Keypad = {
  prefix: 0xfe,
  keys: MATRIX.flatMap((row) => MATRIX.map((column) => `key${row}${column}`)),
  down: (code) => MATRIX.filter((row) => (code >> (row - 1)) & 1).map((row) => `key${row}${(code >> 4) + 1}`),
};

/** Level from 80, dark, to 9d. */
const serlcdLight: Light = { dims: true, bytes: (level) => [0x7c, 0x80 + Math.round(level * 29)] };

const losLight: Light = { dims: true, bytes: (level) => [0xfd, Math.round(level * 0xff)] };

/** All there are. */
export const BACKPACKS: readonly Backpack[] = [
  {
    ...{ name: 'pertelian', meaning: 'Pertelian X2040', prefix: 0xfe, baudRate: 9_600, bits: 8 },
    light: onOff([0xfe, 0x03], [0xfe, 0x02]),
  },
  {
    ...{ name: 'los-panel', meaning: 'LCD over Serial (LoS) panel', prefix: 0xfe, baudRate: 9_600, bits: 4 },
    ...{ reserved: [0xfd], light: losLight, keypad: matrixKeys },
  },
  {
    ...{ name: 'serlcd', meaning: 'SparkFun SerLCD', prefix: 0xfe, baudRate: 9_600, bits: 4 },
    ...{ reserved: [0x7c], light: serlcdLight },
  },
  { name: 'vdr-lcd', meaning: 'VDR LCD', prefix: 0xfe, baudRate: 9_600, bits: 4 },
  {
    ...{ name: 'vdr-wakeup', meaning: 'VDR wake-up', prefix: 0xc0, baudRate: 9_600, bits: 4 },
    ...{ literal: { prefix: 0xc4, from: 0xc0, to: 0xcf }, light: onOff([0xc8], [0xc9]) },
  },
  { name: 'lcdserializer', meaning: 'LCDserializer', prefix: 0xfe, baudRate: 9_600, bits: 8 },
  {
    ...{ name: 'picanlcd', meaning: 'PIC-an-LCD', prefix: 0x11, baudRate: 9_600, bits: 8 },
    literal: { prefix: 0x12, from: 0x00, to: 0x1f },
  },
  {
    ...{ name: 'ezio', meaning: 'Portwell EZIO-100 and EZIO-300', prefix: 0xfe, baudRate: 2_400, bits: 4 },
    ...{ pause: 40, lacks: 0x06, keypad: ezioKeys },
  },
];

/** The backpack of a name there is. */
export const backpackNamed = (name: string): Backpack => BACKPACKS.find((backpack) => backpack.name === name)!;

/** Bytes that no letter may have. */
export const reservedOf = ({ prefix, literal, reserved = [] }: Backpack): readonly number[] =>
  literal ? reserved : [prefix, ...reserved];
