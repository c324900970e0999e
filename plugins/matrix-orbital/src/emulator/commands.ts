import type { EmulatedModule } from './module.ts';

/** Begins a command; everything else is text. */
export const PREFIX = 0xfe;

/** A command as it is written in docs/protocol.md section 3. */
export interface Command {
  /** How many bytes follow its code. */
  readonly parameters: number;
  words(parameters: Uint8Array): string;
}

const fixed = (text: string): Command => ({ parameters: 0, words: () => text });
const known = (parameters: number, text: string): Command => ({
  parameters,
  words: (bytes) => [text, ...bytes].join(' '),
});
const at = (text: string, words: (first: number, second: number) => string, parameters = 1): Command => ({
  parameters,
  words: ([first = 0, second = 0]) => `${text} ${words(first, second)}`,
});
const byte = (text: string): Command => at(text, (level) => `${level} of 255`);

const COMMON: ReadonlyMap<number, Command> = new Map([
  [0x26, fixed('poll keypad?')],
  [0x33, known(1, 'i2c address')],
  [0x34, known(2, 'write serial number')],
  [0x35, fixed('serial number or data?')],
  [0x36, fixed('version?')],
  [0x37, fixed('module type?')],
  [0x39, known(1, 'baud rate')],
  [0x3a, known(2, 'flow control on')],
  [0x3b, fixed('flow control off')],
  [0x3d, known(2, 'vertical bar')],
  [0x41, fixed('transmit keys')],
  [0x42, at('light on', (minutes) => (minutes === 0 ? 'for good' : `for ${minutes} min`))],
  [0x43, fixed('wrap on')],
  [0x44, fixed('wrap off')],
  [0x45, fixed('clear key buffer')],
  [0x46, fixed('light off')],
  [0x47, at('go to', (column, row) => `column ${column}, row ${row}`, 2)],
  [0x48, fixed('go home')],
  [0x4a, fixed('underline cursor on')],
  [0x4b, fixed('underline cursor off')],
  [0x4c, fixed('cursor left')],
  [0x4d, fixed('cursor right')],
  [0x4e, { parameters: 9, words: ([slot, ...rows]) => `character ${slot}: ${rows.map((row) => hex(row)).join(' ')}` }],
  [0x4f, fixed('keep keys for polling')],
  [0x50, byte('contrast')],
  [0x51, fixed('scroll on')],
  [0x52, fixed('scroll off')],
  [0x53, fixed('block cursor on')],
  [0x54, fixed('block cursor off')],
  [0x55, known(1, 'debounce')],
  [0x58, fixed('clear')],
  [0x59, at('brightness', (step) => `${100 - 25 * (step & 3)} %`)],
  [0x60, fixed('key repeat off')],
  [0x68, fixed('horizontal bars')],
  [0x6d, fixed('medium digits')],
  [0x6e, fixed('large digits')],
  [0x73, fixed('narrow vertical bars')],
  [0x76, fixed('wide vertical bars')],
  [0x7c, known(4, 'horizontal bar')],
  [0x7e, at('key repeat', (mode) => (mode === 1 ? 'none: down and up' : 'typematic'))],
  [0x91, known(1, 'save contrast or brightness')],
  [0x93, known(1, 'remember')],
  [0x98, known(1, 'save brightness')],
  [0x99, byte('brightness')],
  [0xc0, known(1, 'load characters')],
  [0xc1, known(10, 'save character')],
  [0xc2, known(9, 'save start character')],
  [0xc3, known(2, 'save start output')],
]);

export const hex = (value: number): string => value.toString(16).padStart(2, '0');

/** The commands of a module by their codes; `undefined` for those that it does not know. */
export type Commands = (code: number) => Command | undefined;

export function commandsOf({ kind, width, height }: EmulatedModule): Commands {
  const output = (state: string): Command =>
    kind.numbered ? at('output', (number) => `${number} ${state}`) : fixed(`output ${state}`);
  const own = new Map<number, Command>([
    [0x40, { parameters: width * height, words: (letters) => `start screen ${JSON.stringify(latin(letters))}` }],
    [0x56, output('off')],
    [0x57, output('on')],
  ]);
  return (code) => own.get(code) ?? COMMON.get(code);
}

/** Bytes as text for people: what is not ASCII is a dot. */
export const latin = (bytes: Iterable<number>): string =>
  Array.from(bytes, (code) => (code >= 0x20 && code <= 0x7e ? String.fromCharCode(code) : '.')).join('');
