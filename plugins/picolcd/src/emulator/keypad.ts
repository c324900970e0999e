import { LcdError } from '@lcdflow/core';
import { reply } from './reports.ts';

/** Names of the 256x64's keys by their code; code 0 is no key (docs/protocol.md section 7.1). */
export const KEY_NAMES: readonly string[] = [
  '',
  'back',
  'left',
  'right',
  'key4',
  'up',
  'enter',
  'down',
  ...[8, 9, 10, 11, 12, 13, 14, 15, 16].map((code) => `key${code}`),
];

/** docs/protocol.md section 11.4 */
export const KEY_NAMES_20X2: readonly string[] = [
  '',
  ...['plus', 'minus', 'f1', 'f2', 'f3', 'f4', 'f5'],
  ...['left', 'right', 'up', 'down', 'enter'],
];

/** docs/protocol.md section 12.4 */
export const KEY_NAMES_20X4: readonly string[] = ['', 'back', 'f1', 'f2', 'f3', 'home', 'down', 'enter', 'up'];

/** The key matrix: reports at most two keys, and only what is new. */
export class Keypad {
  readonly #names: readonly string[];
  readonly #down = new Set<number>();
  #reported: readonly number[] = [0, 0];

  constructor(names: readonly string[] = KEY_NAMES) {
    this.#names = names;
  }

  /** Returns the report this causes, if any. Throws `config` for a key the panel does not have. */
  press(key: string, pressed: boolean): readonly Uint8Array[] {
    const code = this.#names.indexOf(key);
    if (code < 1) throw new LcdError('config', `key: one of ${this.#names.slice(1).join(', ')}, not ${key}`);
    if (pressed) this.#down.add(code);
    else this.#down.delete(code);
    const pair = this.#pair();
    if (pair.every((entry, place) => entry === this.#reported[place])) return [];
    this.#reported = pair;
    return [reply(0x11, pair)];
  }

  #pair(): readonly number[] {
    const [first = 0, second = 0, third] = [...this.#down].sort((a, b) => b - a);
    return third === undefined ? [first, second] : [0, 0];
  }
}
