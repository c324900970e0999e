import {
  type Explanation,
  type Explanations,
  explainer,
  fixed,
  infrared,
  keys,
  leaving,
  leds,
  span,
} from './explain.ts';
import { KEY_NAMES_20X2 } from './keypad.ts';
import { lettersText } from './letters-text.ts';

const shown = (bits: number): string =>
  bits & 0b100
    ? ['display on', bits & 0b010 ? 'cursor' : '', bits & 0b001 ? 'blinking' : ''].filter(Boolean).join(', ')
    : 'display off';

/** docs/protocol.md section 11.2 */
const OUT: Explanations = new Map<number, Explanation>([
  [0x81, leds],
  [0x91, { least: 2, words: ([, level]) => `backlight ${level === 0 ? 'off' : 'on'}` }],
  [0x92, { least: 2, words: ([, level]) => `contrast ${level} of 40, 0 is the strongest` }],
  [0x93, { least: 2, words: ([, bits]) => shown(bits!) }],
  [0x94, fixed('clear')],
  [
    0x98,
    {
      least: 4,
      words: (report) => `row ${report[1]}, column ${report[2]}: ${lettersText(report.subarray(4, 4 + report[3]!))}`,
    },
  ],
  [0x9c, { least: 10, words: ([, slot]) => `define character ${slot}` }],
  [0xa1, span('read external eeprom')],
  [0xa2, span('write external eeprom')],
  [0xa3, span('read eeprom')],
  [0xa4, span('write eeprom')],
  [0xef, leaving],
  [0xf8, fixed('time off the bus')],
]);

/** docs/protocol.md section 11.2 */
const IN: Explanations = new Map<number, Explanation>([
  [0x01, fixed('power key')],
  [0x11, keys(KEY_NAMES_20X2)],
  [0x21, infrared],
  [0x31, span('external eeprom')],
  [0x32, span('eeprom')],
]);

/** One packet of a 20x2 in words. */
export const explain20x2 = explainer(OUT, IN);
