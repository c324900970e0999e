import type { KeyEvent } from '@lcdflow/core';
import { MODULES } from './modules.ts';

/** Keys that are down, by their names. */
export interface KeyState {
  readonly down: readonly string[];
  /** What has just happened. */
  readonly events: readonly KeyEvent[];
}

export const NO_KEYS: KeyState = { down: [], events: [] };
/** Between the letter of a key that goes down and that of the same key when it goes up: `P`, `p`. */
const RELEASED = 0x20;

/**
 * Keys after some bytes from the module, which are letters each (docs/protocol.md section 5). A key that goes down
 * twice in a row has gone up in between: modules that know no key-up codes do not say so. `names` is by letter.
 */
export function decodeKeys(names: Readonly<Record<string, string>>, { down }: KeyState, bytes: Uint8Array): KeyState {
  const state = { down: new Set(down), events: [] as KeyEvent[] };
  const event = (key: string, pressed: boolean) => state.events.push({ key, pressed });
  for (const byte of bytes) {
    const [pressed, released] = [byte, byte - RELEASED].map((code) => names[String.fromCharCode(code)]);
    if (pressed !== undefined) {
      if (state.down.has(pressed)) event(pressed, false);
      state.down.add(pressed);
      event(pressed, true);
    } else if (released !== undefined && state.down.delete(released)) event(released, false);
  }
  return { down: [...state.down], events: state.events };
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

/** `LK204-25 (type 09)`; the number alone for a module that is not known. */
export function decodeType([type = 0]: Uint8Array): string {
  const module = MODULES.find((known) => known.type === type);
  return module === undefined ? `type ${hex(type)}` : `${module.name} (type ${hex(type)})`;
}

/** `5.4`: major and minor number are the two hexadecimal digits. */
export const decodeVersion = ([version = 0]: Uint8Array): string => `${version >> 4}.${version & 0x0f}`;

/** Old modules have a serial number of two bytes, newer ones sixteen bytes that are the customer's. */
export const decodeData = (bytes: Uint8Array): string => Array.from(bytes, hex).join('');
