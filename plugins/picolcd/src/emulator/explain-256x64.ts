import {
  count,
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
import { contrastLevel } from './glass-colors.ts';
import { KEY_NAMES } from './keypad.ts';
import { wordLow } from './reports.ts';

/** docs/protocol.md section 3.1 */
function commandWords(byte: number): string {
  if (byte === 0x3e || byte === 0x3f) return `display ${byte === 0x3f ? 'on' : 'off'}`;
  if (byte >= 0x40 && byte <= 0x7f) return `column ${byte & 0x3f}`;
  if (byte >= 0xb8 && byte <= 0xbf) return `page ${byte & 0x07}`;
  return byte >= 0xc0 ? `start line ${byte & 0x3f}` : `no command (${hex(byte)})`;
}

const picture = drawing(4, { command: commandWords, data: ({ length }) => count(length, 'data byte') });

/** docs/protocol.md section 2.3 */
const OUT: Explanations = new Map<number, Explanation>([
  [0x81, leds],
  [0x91, { least: 2, words: ([, level]) => `backlight ${percent(level! / 0xff)}` }],
  [0x92, { least: 2, words: ([, level]) => `contrast ${percent(contrastLevel(level!))}` }],
  [0x93, { least: 3, words: (report) => `reset the panel: ${wordLow(report, 1)} ms` }],
  [0x94, picture],
  [0x95, picture],
  [0x96, picture],
  [0xa3, span('read eeprom')],
  [0xa4, span('write eeprom')],
  [0xb2, { least: 3, words: (report) => `erase flash ${hex(wordLow(report, 1), 4)}` }],
  [0xb3, span('read flash')],
  [0xb4, span('write flash')],
  [0xc1, fixed('restart the splash')],
  [0xef, leaving],
  [0xf1, fixed('version?')],
  [0xf5, fixed('device id?')],
  [0xf6, fixed('splash size?')],
  [0xf7, fixed('hook version?')],
]);

/** docs/protocol.md section 2.2 */
const IN: Explanations = new Map<number, Explanation>([
  [0x10, errorReport],
  [0x11, keys(KEY_NAMES)],
  [0x21, infrared],
  [0x32, span('eeprom')],
  [0x41, span('flash')],
  [0xf1, version('version')],
  [0xf5, identity],
  [0xf6, { least: 5, words: (report) => `splash: ${wordLow(report, 3)} of ${count(wordLow(report, 1), 'byte')}` }],
  [0xf7, version('hook version')],
]);

/** One packet of a 256x64 in words. */
export const explain256x64 = explainer(OUT, IN);
