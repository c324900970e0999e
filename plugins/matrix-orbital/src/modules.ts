import type { Size } from '@lcdflow/core';

/** What a kind of module has and by which commands it is set (docs/protocol.md section 1). */
export interface Kind {
  /** What the light is called: behind the letters of an LCD, or that of the letters themselves. */
  readonly light: 'backlight' | 'brightness';
  /** How it is set: on and off only, one of four steps, or a byte. */
  readonly dimming: 'switch' | 'quarters' | 'byte';
  readonly contrast: boolean;
  /** Commands for outputs have no number when there is only one output. */
  readonly numbered: boolean;
}

const LCD: Kind = { light: 'backlight', dimming: 'switch', contrast: true, numbered: false };
const LK: Kind = { light: 'backlight', dimming: 'byte', contrast: true, numbered: true };
const VFD: Kind = { light: 'brightness', dimming: 'quarters', contrast: false, numbered: false };
const VK: Kind = { light: 'brightness', dimming: 'quarters', contrast: false, numbered: true };
const PK: Kind = { light: 'brightness', dimming: 'byte', contrast: false, numbered: true };

/** A module as the vendor names it. */
export interface Module extends Size {
  readonly name: string;
  readonly kind: Kind;
  /** What it answers when it is asked for its type. */
  readonly type: number;
  /** How many outputs it has. */
  readonly outputs: number;
  /** Names of its keys by the letter they send. */
  readonly keys: Readonly<Record<string, string>>;
}

/** Names for a keypad of which nothing is known but its letters. */
const matrix = (letters: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...letters].map((letter) => [letter, `key${letter}`]));

/** All 25 crossings of the keypad connector (docs/protocol.md section 5). */
const FULL = matrix('ABCDEFGHIJKLMNOPQRSTUVWXY');
/** The connector with four columns and three rows. */
const SMALL = matrix('ABCFGHKLMPQR');
/** The seven keys in front of a 7T, the cross and two on its left side. */
const SEVEN = { A: 'back', B: 'up', C: 'right', D: 'left', E: 'enter', G: 'f1', H: 'down' };
const NONE = {};

type Row = readonly [type: number, name: string, width: number, height: number, outputs: number, keys: Module['keys']];

const of = (kind: Kind, rows: readonly Row[]): readonly Module[] =>
  rows.map(([type, name, width, height, outputs, keys]) => ({ name, kind, type, width, height, outputs, keys }));

/** Every module that is known (docs/protocol.md section 1.2). */
export const MODULES: readonly Module[] = [
  ...of(LK, [
    [0x09, 'LK204-25', 20, 4, 6, FULL],
    [0x57, 'LK204-25-USB', 20, 4, 6, FULL],
    [0x35, 'LK204-25PC', 20, 4, 6, FULL],
    [0x38, 'LK204-24-USB', 20, 4, 6, FULL],
    [0x2b, 'LK204-7T-1U', 20, 4, 6, SEVEN],
    [0x2c, 'LK204-7T-1U-USB', 20, 4, 6, SEVEN],
    [0x08, 'LK202-25', 20, 2, 6, FULL],
    [0x55, 'LK202-25-USB', 20, 2, 6, FULL],
    [0x36, 'LK202-24-USB', 20, 2, 6, FULL],
    [0x34, 'LK162-12', 16, 2, 7, SMALL],
    [0x48, 'LK082-12', 8, 2, 7, SMALL],
    [0x33, 'LK402-12', 40, 2, 7, SMALL],
    [0x4b, 'LK402-25', 40, 2, 6, FULL],
    [0x0a, 'LK404-55', 40, 4, 6, FULL],
    [0x73, 'LK404-25', 40, 4, 6, FULL],
    [0x31, 'LK404-AT', 40, 4, 6, FULL],
  ]),
  ...of(LCD, [
    [0x01, 'LCD0821', 8, 2, 1, NONE],
    [0x03, 'LCD2021', 20, 2, 1, NONE],
    [0x04, 'LCD1641', 16, 4, 1, NONE],
    [0x05, 'LCD2041', 20, 4, 1, NONE],
    [0x06, 'LCD4021', 40, 2, 1, NONE],
    [0x07, 'LCD4041', 40, 4, 1, NONE],
  ]),
  ...of(VFD, [
    [0x32, 'VFD1621', 16, 2, 1, NONE],
    [0x0b, 'VFD2021', 20, 2, 1, NONE],
    [0x0c, 'VFD2041', 20, 4, 1, NONE],
    [0x0d, 'VFD4021', 40, 2, 1, NONE],
  ]),
  ...of(VK, [
    [0x3b, 'VK162-12', 16, 2, 7, SMALL],
    [0x0e, 'VK202-25', 20, 2, 6, FULL],
    [0x56, 'VK202-25-USB', 20, 2, 6, FULL],
    [0x37, 'VK202-24-USB', 20, 2, 6, FULL],
    [0x0f, 'VK204-25', 20, 4, 6, FULL],
    [0x58, 'VK204-25-USB', 20, 4, 6, FULL],
    [0x39, 'VK204-24-USB', 20, 4, 6, FULL],
    [0x49, 'VK402-12', 40, 2, 7, SMALL],
    [0x4c, 'VK402-25', 40, 2, 6, FULL],
    [0x4a, 'VK404-55', 40, 4, 6, FULL],
    [0x74, 'VK404-25', 40, 4, 6, FULL],
  ]),
  ...of(PK, [
    [0x3a, 'PK162-12', 16, 2, 7, SMALL],
    [0x3d, 'PK202-25', 20, 2, 6, FULL],
    [0x4d, 'PK204-25', 20, 4, 6, FULL],
  ]),
];
