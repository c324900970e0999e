import {
  type Explanation,
  type Explanations,
  errorReport,
  explainer,
  fixed,
  hex,
  identity,
  infrared,
  keys,
  leaving,
  leds,
  percent,
  span,
  version,
} from './explain.ts';
import { drawing } from './explain-drawing.ts';
import { KEY_NAMES_20X4 } from './keypad.ts';
import { lettersText } from './letters-text.ts';

const ROW = 20;

/** Where a letter is seen: the first line is the rows 0 and 2, the second one 1 and 3. */
function placeWords(address: number): string {
  const column = address & 0x3f;
  return `row ${(address & 0x40 ? 1 : 0) + (column < ROW ? 0 : 2)}, column ${column % ROW}`;
}

/** docs/protocol.md section 12.2 */
function commandWords(byte: number): string {
  if (byte >= 0x80) return placeWords(byte & 0x7f);
  if (byte >= 0x40) return `character ${(byte >> 3) & 7}${byte & 7 ? ` from row ${byte & 7}` : ''}`;
  if (byte >= 0x20) return `function set ${hex(byte)}`;
  if (byte >= 0x10) return `move ${byte & 0x08 ? 'the picture' : 'the cursor'} ${byte & 0x04 ? 'right' : 'left'}`;
  if (byte >= 0x08) return `display ${byte & 0x04 ? 'on' : 'off'}`;
  if (byte >= 0x04) return `go on to the ${byte & 0x02 ? 'right' : 'left'}`;
  return ['no command (00)', 'clear', 'home', 'home'][byte]!;
}

const text = drawing(1, { command: commandWords, data: lettersText });

/** docs/protocol.md section 12.2 */
const OUT: Explanations = new Map<number, Explanation>([
  [0x81, leds],
  [0x91, { least: 2, words: ([, level]) => `backlight ${percent(level! / 100)}` }],
  [0x92, { least: 2, words: ([, level]) => `contrast ${level === 0 ? 'strong' : 'weak'}` }],
  [0x94, text],
  [0x95, text],
  [0xa3, span('read eeprom')],
  [0xa4, span('write eeprom')],
  [0xef, leaving],
  [0xf1, fixed('version?')],
  [0xf5, fixed('device id?')],
  [0xf7, fixed('hook version?')],
]);

/** docs/protocol.md section 12.2 */
const IN: Explanations = new Map<number, Explanation>([
  [0x10, errorReport],
  [0x11, keys(KEY_NAMES_20X4)],
  [0x21, infrared],
  [0x32, span('eeprom')],
  [0xf1, version('version')],
  [0xf5, identity],
  [0xf7, version('hook version')],
]);

/** One packet of a 20x4 in words. */
export const explain20x4 = explainer(OUT, IN);
