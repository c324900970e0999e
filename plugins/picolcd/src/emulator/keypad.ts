import { LcdError } from '@lcdflow/core';
import { reply } from './reports.ts';

/** Names of the keys by their code; code 0 is no key (docs/protocol.md section 7.1). */
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

/** The key matrix: reports at most two keys, and only what is new. */
export class Keypad {
  readonly #down = new Set<number>();
  #reported: readonly number[] = [0, 0];

  /** Returns the report this causes, if any. Throws `config` for a key the panel does not have. */
  press(key: string, pressed: boolean): readonly Uint8Array[] {
    const code = KEY_NAMES.indexOf(key);
    if (code < 1) throw new LcdError('config', `key: one of ${KEY_NAMES.slice(1).join(', ')}, not ${key}`);
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
