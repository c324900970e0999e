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
  /** Whether the device answers each command; it refuses none of them then. */
  readonly answers?: true;
  /** A key of the device, and what the peer calls it. */
  readonly key?: readonly [pressed: string, told: string];
}

const BAR = '███████▍            ';
const TWENTY = {
  rows: ['Hello from a peer!  ', '0123456789 ABCDEFGHI', { bar: 37 }, '        bottom right'],
  picture: ['Hello from a peer!  ', '0123456789 ABCDEFGHI', BAR, '        bottom right'],
};
const SHORT = { rows: ['Hello from a peer!  ', { bar: 37 }], picture: ['Hello from a peer!  ', BAR] };
/** Of a glyph with six columns, of which two are full, five are seen (plugins/crystalfontz/docs/protocol.md section 5.1). */
const BAR_OF_SIX = '███████▏            ';
const ofSix = <C extends { readonly picture: readonly string[] }>(look: C): C => ({
  ...look,
  picture: look.picture.map((row) => (row === BAR ? BAR_OF_SIX : row)),
});
const TWO_ROWS = ['Two rows of 16  ', '()[]<>?!&%$#@+-='];
const SIXTEEN = { rows: TWO_ROWS, picture: TWO_ROWS };
// lcd4linux clears a CFA633, but where a page has blanks it then sends again what it greeted with.
const NO_BLANKS = ['Two_rows,_of_16!', '()[]<>?!&%$#@+-='];
const WITHOUT_BLANKS = { rows: NO_BLANKS, picture: NO_BLANKS };

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
  {
    ...{ peer: lcdproc, program: 'LCDproc', driver: 'CFontzPacket', device: ['crystalfontz', 'CFA631'] },
    config: `Device=PORT
Model=631
Speed=115200
`,
    ...SHORT,
    answers: true,
    key: ['upperRight', 'Enter'],
  },
  {
    ...{ peer: lcdproc, program: 'LCDproc', driver: 'CFontzPacket', device: ['crystalfontz', 'CFA633'] },
    config: `Device=PORT
Model=633
Speed=19200
NewFirmware=yes
`,
    ...SIXTEEN,
    answers: true,
    key: ['exit', 'Escape'],
  },
  {
    ...{ peer: lcdproc, program: 'LCDproc', driver: 'CFontzPacket', device: ['crystalfontz', 'CFA635'] },
    config: `Device=PORT
Model=635
Speed=115200
Contrast=480
Brightness=700
`,
    ...TWENTY,
    answers: true,
    controls: { backlight: 0.7 },
    key: ['enter', 'Enter'],
  },
  {
    ...{ peer: lcdproc, program: 'LCDproc', driver: 'CFontz', device: ['crystalfontz', 'CFA632'] },
    config: `Device=PORT
Size=16x2
Speed=19200
NewFirmware=yes
`,
    ...SIXTEEN,
  },
  {
    ...{ peer: lcdproc, program: 'LCDproc', driver: 'CFontz', device: ['crystalfontz', 'CFA634'] },
    config: `Device=PORT
Size=20x4
Speed=19200
NewFirmware=yes
`,
    ...ofSix(TWENTY),
  },
  {
    ...{ peer: lcd4linux, program: 'lcd4linux', driver: 'Crystalfontz', device: ['crystalfontz', 'CFA631'] },
    config: `  Model '631'
  Port 'PORT'
  Speed 115200
  Contrast 100
  Backlight 70
  Icons 0
`,
    ...ofSix(SHORT),
    answers: true,
    controls: { backlight: 0.7, contrast: 100 / 255 },
  },
  {
    ...{ peer: lcd4linux, program: 'lcd4linux', driver: 'Crystalfontz', device: ['crystalfontz', 'CFA633'] },
    config: `  Model '633'
  Port 'PORT'
  Speed 19200
  Contrast 100
  Backlight 70
  Icons 0
`,
    ...WITHOUT_BLANKS,
    answers: true,
    controls: { backlight: 0.7, contrast: 1 },
  },
  {
    ...{ peer: lcd4linux, program: 'lcd4linux', driver: 'Crystalfontz', device: ['crystalfontz', 'CFA635'] },
    config: `  Model '635'
  Port 'PORT'
  Speed 115200
  Contrast 100
  Backlight 70
  Icons 0
`,
    ...ofSix(TWENTY),
    answers: true,
    controls: { backlight: 0.7, contrast: 100 / 255 },
  },
  {
    ...{ peer: lcd4linux, program: 'lcd4linux', driver: 'Crystalfontz', device: ['crystalfontz', 'CFA632'] },
    config: `  Model '632'
  Port 'PORT'
  Speed 19200
  Contrast 100
  Backlight 70
  Icons 0
`,
    ...SIXTEEN,
    controls: { backlight: 0.7, contrast: 1 },
  },
  {
    ...{ peer: lcd4linux, program: 'lcd4linux', driver: 'Crystalfontz', device: ['crystalfontz', 'CFA634'] },
    config: `  Model '634'
  Port 'PORT'
  Speed 19200
  Contrast 100
  Backlight 70
  Icons 0
`,
    ...ofSix(TWENTY),
    controls: { backlight: 0.7, contrast: 1 },
  },
];
