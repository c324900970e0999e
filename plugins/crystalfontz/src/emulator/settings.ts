import type { PacketPanelFacts, PanelKey } from './panels.ts';

const PERCENT = 100;
const ALL_KEYS = 0x3f;
/** Output pins that hang on a connector; nobody sees them. */
const FREE_PINS = 5;
const STATUS_SIZE = 15;

/** What a person has set on a panel, and what the keypad has done (docs/protocol.md sections 2.3 to 2.5). */
export class Settings {
  readonly #facts: PacketPanelFacts;
  readonly #outputs = new Map<number, number>();
  #contrast: number;
  #light: readonly [glass: number, keypad: number] = [PERCENT, PERCENT];
  #masks = { down: ALL_KEYS, up: ALL_KEYS };
  #keys = { held: 0, down: 0, up: 0 };

  constructor(facts: PacketPanelFacts) {
    this.#facts = facts;
    this.#contrast = facts.usualContrast;
    for (const pin of facts.ledPins.flat()) this.#outputs.set(pin, 0);
  }

  /** Notes what a key does; whether it is reported. */
  reports({ bit }: PanelKey, pressed: boolean): boolean {
    const { held, down, up } = this.#keys;
    this.#keys = pressed ? { held: held | bit, down: down | bit, up } : { held: held & ~bit, down, up: up | bit };
    return ((pressed ? this.#masks.down : this.#masks.up) & bit) !== 0;
  }

  /** These return whether the data are right. */
  setContrast([level = 0xff, ...rest]: Uint8Array): boolean {
    if (rest.length > 0 || level > this.#facts.mostContrast) return false;
    this.#contrast = level;
    return true;
  }

  setLight(levels: Uint8Array): boolean {
    const [glass = 0xff, keypad = glass] = levels;
    const most = this.#facts.keypadLight ? 2 : 1;
    const isRight = levels.length <= most && glass <= PERCENT && keypad <= PERCENT;
    if (isRight) this.#light = [glass, keypad];
    return isRight;
  }

  setMasks([down = 0xff, up = 0xff, ...rest]: Uint8Array): boolean {
    const isRight = rest.length === 0 && down <= ALL_KEYS && up <= ALL_KEYS;
    if (isRight) this.#masks = { down, up };
    return isRight;
  }

  setOutput([pin = 0xff, level = 0xff, ...rest]: Uint8Array): boolean {
    const isRight = rest.length === 0 && level <= PERCENT && (pin < FREE_PINS || this.#outputs.has(pin));
    if (isRight) this.#outputs.set(pin, level);
    return isRight;
  }

  /** The keys that are held, and those that went down and up since the last time. */
  polled(): readonly number[] {
    const { held, down, up } = this.#keys;
    this.#keys = { held, down: 0, up: 0 };
    return [held, down, up];
  }

  status(): readonly number[] {
    const status = new Array<number>(STATUS_SIZE).fill(0);
    [status[5], status[6], status[13], status[14]] = [this.#masks.down, this.#masks.up, this.#contrast, this.#light[0]];
    return status;
  }

  /** As a person sees it, from 0 to 1. */
  levels(): Readonly<Record<string, number>> {
    const { ledPins, mostContrast, keypadLight } = this.#facts;
    const level = (pin: number): number => (this.#outputs.get(pin) ?? 0) / PERCENT;
    const leds = ledPins.flatMap(([green, red], index) => [
      [`led${index + 1}green`, level(green)] as const,
      [`led${index + 1}red`, level(red)] as const,
    ]);
    return {
      backlight: this.#light[0] / PERCENT,
      contrast: this.#contrast / mostContrast,
      ...(keypadLight ? { keypad: this.#light[1] / PERCENT } : {}),
      ...Object.fromEntries(leds),
    };
  }
}
