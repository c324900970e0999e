import { LcdError } from '@lcdflow/core';

/** Which pin of the expander, 0 to 7, is wired to what of the controller. */
export interface Pins {
  readonly rs: number;
  readonly rw: number;
  readonly en: number;
  /** D4, D5, D6, D7. */
  readonly data: readonly number[];
  readonly light?: number;
  /** True when the light is on while its pin is low. */
  readonly lightIsLow?: boolean;
}

const pins = (
  rs: number,
  rw: number,
  en: number,
  data: readonly number[],
  light: number,
  lightIsLow = false,
): Pins => ({
  ...{ rs, rw, en, data, light, lightIsLow },
});

/** Wirings that are sold or documented (docs/protocol.md section 5.2). */
export const WIRINGS: Readonly<Record<string, Pins>> = {
  backpack: pins(0, 1, 2, [4, 5, 6, 7], 3),
  'backpack-en-rs': pins(2, 1, 0, [4, 5, 6, 7], 3),
  mjkdz: pins(6, 5, 4, [0, 1, 2, 3], 7, true),
  lcdproc: pins(4, 5, 6, [0, 1, 2, 3], 7, true),
};

/** A name of these, or pins of one's own. @throws LcdError `config` for two wires at one pin */
export function wiringOf(wiring: string | Pins): Pins {
  if (typeof wiring === 'string') return WIRINGS[wiring]!;
  const { rs, rw, en, data, light } = wiring;
  const used = [rs, rw, en, ...data, ...(light === undefined ? [] : [light])];
  const twice = used.find((pin, index) => used.indexOf(pin) < index);
  if (twice === undefined) return wiring;
  throw new LcdError('config', `hd44780-i2c: wiring: each wire has a pin of its own, but pin ${twice} has two`);
}
