import type { EmulatedModule } from './module.ts';

/** Key presses that wait to be polled; later ones are lost. */
const ROOM = 10;
const RELEASED = 0x20;
const MORE = 0x80;

/** The keys of a module (docs/protocol.md section 5). */
export class Keypad {
  /** Letters go out at once; otherwise they wait to be polled. */
  transmits = true;
  /** A key that goes up sends its letter, too. */
  tellsRelease = false;
  readonly #codes: ReadonlyMap<string, number>;
  readonly #waiting: number[] = [];

  constructor(keys: EmulatedModule['keys']) {
    this.#codes = new Map(Object.entries(keys).map(([letter, key]) => [key, letter.charCodeAt(0)]));
  }

  /** Returns what this sends. A key that the module does not have sends nothing. */
  press(key: string, pressed: boolean): readonly number[] {
    const code = this.#codes.get(key);
    if (code === undefined || !(pressed || this.tellsRelease)) return [];
    const letter = pressed ? code : code + RELEASED;
    if (this.transmits) return [letter];
    if (this.#waiting.length < ROOM) this.#waiting.push(letter);
    return [];
  }

  /** The oldest letter that waits, marked when more wait; 0 when none does. */
  poll(): number {
    const letter = this.#waiting.shift() ?? 0;
    return this.#waiting.length > 0 ? letter | MORE : letter;
  }

  clear(): void {
    this.#waiting.length = 0;
  }
}
