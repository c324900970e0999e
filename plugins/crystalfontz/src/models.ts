import { type CharacterRom, hd44780A00, type KeyEvent, ks0073, type Model } from '@lcdflow/core';

interface SerialModel extends Model {
  /** As it comes from the factory, in Bd. */
  readonly baudRate: number;
  readonly rom: CharacterRom;
  /** What the panel takes as the strongest contrast, and what looks right on most panels. */
  readonly contrast: { readonly most: number; readonly usual: number };
}

/** A panel that answers each command with a packet. */
export interface PacketModel extends SerialModel {
  readonly family: 'packets';
  /** What the codes in its key reports mean. */
  readonly keyCodes: ReadonlyMap<number, KeyEvent>;
  /** A bit for each key. */
  readonly keyMask: number;
  /** Whether the keypad has a light of its own. */
  readonly hasKeypadLight: boolean;
  /** The output pin of each half of an LED, by the name of its control. */
  readonly leds: ReadonlyMap<string, number>;
}

/** A panel that takes bytes and says nothing. */
export interface ByteModel extends SerialModel {
  readonly family: 'bytes';
}

const ARROWS = ['up', 'down', 'left', 'right', 'enter', 'exit'];
const CORNERS = ['upperLeft', 'upperRight', 'lowerLeft', 'lowerRight'];

/** All keys go down with codes in a row and up with the codes behind those (docs/protocol.md section 2.4). */
const keyCodes = (first: number, keys: readonly string[]): ReadonlyMap<number, KeyEvent> =>
  new Map(
    [true, false].flatMap((pressed, half) =>
      keys.map((key, index) => [first + half * keys.length + index, { key, pressed }] as const),
    ),
  );

/** The pin of the upper LED's green half; those of the others are lower by two each, red is above green. */
const FIRST_LED = 11;
const leds = (count: number): ReadonlyMap<string, number> =>
  new Map(
    Array.from({ length: count }, (_, led) => FIRST_LED - 2 * led).flatMap((pin, led) => [
      [`led${led + 1}green`, pin] as const,
      [`led${led + 1}red`, pin + 1] as const,
    ]),
  );

interface Differences {
  readonly width: number;
  readonly height: number;
  readonly baudRate: number;
  readonly contrast: { readonly most: number; readonly usual: number };
  readonly rom?: CharacterRom;
  readonly keys?: readonly string[];
  readonly keypad?: boolean;
  readonly leds?: number;
}

function packetModel(name: string, differences: Differences): PacketModel {
  const { width, height, baudRate, contrast, rom = ks0073, keys = ARROWS, keypad = false } = differences;
  const ledPins = leds(differences.leds ?? 0);
  return {
    ...{ family: 'packets', name, width, height, cell: 'character', colors: 2, keys, baudRate, rom, contrast },
    controls: ['backlight', 'contrast', ...(keypad ? ['keypad'] : []), ...ledPins.keys()],
    keyCodes: keyCodes(keys === CORNERS ? 13 : 1, keys),
    keyMask: 2 ** keys.length - 1,
    hasKeypadLight: keypad,
    leds: ledPins,
  };
}

function byteModel(name: string, width: number, height: number): ByteModel {
  return {
    ...{ family: 'bytes', name, width, height, cell: 'character', colors: 2, keys: [], rom: ks0073 },
    controls: ['backlight', 'contrast'],
    baudRate: 19_200,
    contrast: { most: 100, usual: 56 },
  };
}

const COARSE = { most: 50, usual: 16 };
const FINE = { most: 255, usual: 120 };

/** docs/protocol.md section 1 */
export const MODELS: readonly (PacketModel | ByteModel)[] = [
  packetModel('CFA533', { width: 16, height: 2, baudRate: 19_200, contrast: COARSE, rom: hd44780A00, keypad: true }),
  packetModel('CFA631', { width: 20, height: 2, baudRate: 115_200, contrast: FINE, keys: CORNERS }),
  byteModel('CFA632', 16, 2),
  packetModel('CFA633', { width: 16, height: 2, baudRate: 19_200, contrast: COARSE, rom: hd44780A00 }),
  byteModel('CFA634', 20, 4),
  packetModel('CFA635', { width: 20, height: 4, baudRate: 115_200, contrast: FINE, keypad: true, leds: 4 }),
];
