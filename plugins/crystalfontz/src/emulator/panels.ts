import { type CharacterRom, hd44780A00, ks0073, type Size } from '@lcdflow/core';

/** A panel as the paper describes it (docs/protocol.md section 1). */
export interface PanelFacts extends Size {
  readonly name: string;
  readonly baudRate: number;
  /** docs/protocol.md section 4 */
  readonly rom: CharacterRom;
}

/** One that talks in packets. */
export interface PacketPanelFacts extends PanelFacts {
  /** What it says of itself. */
  readonly version: string;
  readonly mostContrast: number;
  readonly usualContrast: number;
  /** Whether it takes a level for the keypad's light beside that for its own. */
  readonly keypadLight: boolean;
  /** Pins from 5 on that LEDs hang on: the green and the red half of each, the one at the top first. */
  readonly ledPins: readonly (readonly [green: number, red: number])[];
  /** Each key with the code it goes down with, the code it goes up with, and its bit in masks. */
  readonly keys: readonly PanelKey[];
}

export interface PanelKey {
  readonly name: string;
  readonly down: number;
  readonly up: number;
  readonly bit: number;
}

const key = (name: string, down: number, up: number, bit: number): PanelKey => ({ name, down, up, bit });

/** docs/protocol.md section 2.4 */
const SIX_KEYS = [
  key('up', 1, 7, 0x01),
  key('down', 2, 8, 0x20),
  key('left', 3, 9, 0x08),
  key('right', 4, 10, 0x10),
  key('enter', 5, 11, 0x02),
  key('exit', 6, 12, 0x04),
];

const CORNER_KEYS = [
  key('upperLeft', 13, 17, 0x01),
  key('upperRight', 14, 18, 0x02),
  key('lowerLeft', 15, 19, 0x04),
  key('lowerRight', 16, 20, 0x08),
];

const SMALL = { width: 16, height: 2, baudRate: 19_200, rom: hd44780A00 };
const COARSE = { mostContrast: 50, usualContrast: 16 };
const FINE = { mostContrast: 255, usualContrast: 120 };
const PLAIN = { keypadLight: false, ledPins: [] };

export const PACKET_PANELS: readonly PacketPanelFacts[] = [
  { name: 'CFA533', version: 'CFA533:h1.4,u1v2', ...SMALL, ...COARSE, ...PLAIN, keys: SIX_KEYS, keypadLight: true },
  {
    ...{ name: 'CFA631', version: 'CFA631:h1.0,v1.0', width: 20, height: 2, baudRate: 115_200, rom: ks0073 },
    ...FINE,
    ...PLAIN,
    keys: CORNER_KEYS,
  },
  { name: 'CFA633', version: 'CFA633:h1.5,k1.7', ...SMALL, ...COARSE, ...PLAIN, keys: SIX_KEYS },
  {
    ...{ name: 'CFA635', version: 'CFA635:h1.4,u1.9', width: 20, height: 4, baudRate: 115_200, rom: ks0073 },
    ...FINE,
    keypadLight: true,
    ledPins: [
      [11, 12],
      [9, 10],
      [7, 8],
      [5, 6],
    ],
    keys: SIX_KEYS,
  },
];

export const BYTE_PANELS: readonly PanelFacts[] = [
  { name: 'CFA632', width: 16, height: 2, baudRate: 19_200, rom: ks0073 },
  { name: 'CFA634', width: 20, height: 4, baudRate: 19_200, rom: ks0073 },
];
