import { lcd4linux } from './lcd4linux.ts';
import { lcdproc } from './lcdproc.ts';
import type { Peer, Row } from './peer.ts';

/** A program that drives an emulated device, and what must be seen then. */
export interface Case {
  readonly peer: Peer;
  /** Its name and that of its driver. */
  readonly program: string;
  readonly driver: string;
  /** The emulated device: our driver that it is for, and its model. */
  readonly device: readonly [driver: string, model: string];
  /** The part of the peer's config that is about the display; `PORT` stands for its serial port. */
  readonly config: string;
  /** What it is told to show. */
  readonly rows: readonly Row[];
  /** What is to be seen then. */
  readonly picture: readonly string[];
  /** How some controls of the device stand then. */
  readonly controls?: Readonly<Record<string, number>>;
  /** A key of the device, and what the peer calls it. */
  readonly key?: readonly [pressed: string, told: string];
}

const BAR = '███████▍            ';
const TWENTY = {
  rows: ['Hello from a peer!  ', '0123456789 ABCDEFGHI', { bar: 37 }, '        bottom right'],
  picture: ['Hello from a peer!  ', '0123456789 ABCDEFGHI', BAR, '        bottom right'],
};
const TWO_ROWS = ['Two rows of 16  ', '()[]<>?!&%$#@+-='];
const SIXTEEN = { rows: TWO_ROWS, picture: TWO_ROWS };

export const CASES: readonly Case[] = [
  {
    ...{ peer: lcdproc, program: 'LCDproc', driver: 'MtxOrb', device: ['matrix-orbital', 'LK204-25'] },
    config: `Device=PORT
Size=20x4
Type=lkd
Speed=19200
Contrast=400
hasAdjustableBacklight=no
KeyMap_A=Left
KeyMap_B=Right
`,
    ...TWENTY,
    controls: { backlight: 1, contrast: 0.4, gpo1: 0, gpo6: 0 },
    key: ['keyB', 'Right'],
  },
  {
    ...{ peer: lcdproc, program: 'LCDproc', driver: 'MtxOrb', device: ['matrix-orbital', 'LCD2041'] },
    config: `Device=PORT
Size=20x4
Type=lcd
Speed=19200
hasAdjustableBacklight=no
`,
    ...TWENTY,
  },
  {
    ...{ peer: lcdproc, program: 'LCDproc', driver: 'MtxOrb', device: ['matrix-orbital', 'VK162-12'] },
    config: `Device=PORT
Size=16x2
Type=vkd
Speed=19200
Brightness=1000
`,
    ...SIXTEEN,
  },
  {
    ...{ peer: lcd4linux, program: 'lcd4linux', driver: 'MatrixOrbital', device: ['matrix-orbital', 'LK204-25'] },
    config: `  Model 'LK204-25'
  Port 'PORT'
  Speed 19200
  Contrast 102
  Icons 0
`,
    ...TWENTY,
    controls: { backlight: 1, contrast: 0.4 },
  },
  {
    ...{ peer: lcd4linux, program: 'lcd4linux', driver: 'MatrixOrbital', device: ['matrix-orbital', 'LCD2041'] },
    config: `  Model 'LCD2041'
  Port 'PORT'
  Speed 19200
  Icons 0
`,
    ...TWENTY,
  },
];
