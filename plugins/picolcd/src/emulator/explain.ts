import { parseDrawing } from './drawing.ts';
import { contrastLevel } from './glass-colors.ts';
import { KEY_NAMES } from './keypad.ts';
import { FAULTS, wordLow } from './reports.ts';

/** How many bytes a report needs before it can be put into words, and the words. */
interface Explanation {
  readonly least: number;
  words(report: Uint8Array): string;
}

const hex = (value: number, digits = 2): string => value.toString(16).padStart(digits, '0');
const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const list = (names: readonly string[]): string => names.join('+') || 'none';

const ledWords = (leds: number): string =>
  list([1, 2, 3, 4, 5, 6, 7, 8].filter((led) => (leds >> (led - 1)) & 1).map(String));
const faultWords = (code: number): string => FAULTS.get(code) ?? `code ${hex(code)}`;
const deviceWords = (report: Uint8Array): string =>
  `device id ${Array.from(report.subarray(1, 5), (byte) => hex(byte)).join('')}, type ${report[5]}`;

/** In the order of their codes: which of a pair comes first says nothing (docs/protocol.md section 7.1). */
const keyWords = (pair: Uint8Array): string =>
  list(Array.from(pair.filter((code) => code > 0).sort(), (code) => KEY_NAMES[code] ?? `key${code}`));

/** docs/protocol.md section 3.1 */
function commandWords(byte: number): string {
  if (byte === 0x3e || byte === 0x3f) return `display ${byte === 0x3f ? 'on' : 'off'}`;
  if (byte >= 0x40 && byte <= 0x7f) return `column ${byte & 0x3f}`;
  if (byte >= 0xb8 && byte <= 0xbf) return `page ${byte & 0x07}`;
  return byte >= 0xc0 ? `start line ${byte & 0x3f}` : `no command (${hex(byte)})`;
}

function drawingWords(report: Uint8Array): string {
  const drawing = parseDrawing(report);
  if (typeof drawing === 'number') return `faulty: ${FAULTS.get(drawing)}`;
  const { chip, parts } = drawing;
  const words = parts.map(({ sent, taken, bytes }) => {
    if (taken === 'commands' && sent === 'commands') return Array.from(bytes, commandWords).join(', ');
    const what = count(bytes.length, sent === 'data' ? 'data byte' : 'command');
    return taken === sent ? what : `${what} taken as ${taken}`;
  });
  return `chip ${chip}${chip > 3 ? ' (none)' : ''}: ${words.join('; ')}`;
}

const drawing: Explanation = { least: 1, words: drawingWords };
const fixed = (words: string): Explanation => ({ least: 1, words: () => words });
const span = (what: string): Explanation => ({
  least: 4,
  words: (report) => `${what} ${hex(wordLow(report, 1), 4)}: ${count(report[3]!, 'byte')}`,
});
const version = (what: string): Explanation => ({
  least: 3,
  words: ([, minor, major]) => `${what} ${hex(major!, 1)}.${hex(minor!)}`,
});

/** docs/protocol.md section 2.3 */
const OUT: ReadonlyMap<number, Explanation> = new Map<number, Explanation>([
  [0x81, { least: 2, words: ([, leds]) => `leds: ${ledWords(leds!)}` }],
  [0x91, { least: 2, words: ([, level]) => `backlight ${percent(level! / 0xff)}` }],
  [0x92, { least: 2, words: ([, level]) => `contrast ${percent(contrastLevel(level!))}` }],
  [0x93, { least: 3, words: (report) => `reset the panel: ${wordLow(report, 1)} ms` }],
  [0x94, drawing],
  [0x95, drawing],
  [0x96, drawing],
  [0xa3, span('read eeprom')],
  [0xa4, span('write eeprom')],
  [0xb2, { least: 3, words: (report) => `erase flash ${hex(wordLow(report, 1), 4)}` }],
  [0xb3, span('read flash')],
  [0xb4, span('write flash')],
  [0xc1, fixed('restart the splash')],
  [0xef, { least: 3, words: (report) => `leave for the bootloader: ${wordLow(report, 1)} ms` }],
  [0xf1, fixed('version?')],
  [0xf5, fixed('device id?')],
  [0xf6, fixed('splash size?')],
  [0xf7, fixed('hook version?')],
]);

/** docs/protocol.md section 2.2 */
const IN: ReadonlyMap<number, Explanation> = new Map<number, Explanation>([
  [0x10, { least: 3, words: ([, id, code]) => `error in ${hex(id!)}: ${faultWords(code!)}` }],
  [0x11, { least: 3, words: (report) => `keys: ${keyWords(report.subarray(1, 3))}` }],
  [0x21, { least: 2, words: ([, bytes]) => `infrared: ${count(bytes! >> 1, 'word')}` }],
  [0x32, span('eeprom')],
  [0x41, span('flash')],
  [0xf1, version('version')],
  [0xf5, { least: 6, words: deviceWords }],
  [0xf6, { least: 5, words: (report) => `splash: ${wordLow(report, 3)} of ${count(wordLow(report, 1), 'byte')}` }],
  [0xf7, version('hook version')],
]);

/** One packet in words: its ID, then what it says. Never throws, whatever the bytes are. */
export function explain(packet: Uint8Array, direction: 'out' | 'in'): string {
  const [id] = packet;
  if (id === undefined) return 'empty packet';
  const explanation = (direction === 'out' ? OUT : IN).get(id);
  if (!explanation) return `${hex(id)} unknown report: ${count(packet.length, 'byte')}`;
  if (packet.length < explanation.least) return `${hex(id)} cut short: ${count(packet.length, 'byte')}`;
  return `${hex(id)} ${explanation.words(packet)}`;
}
