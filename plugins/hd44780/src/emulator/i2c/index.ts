import type { DeviceEmulator } from '@lcdflow/core';
import { chipsOf, GLASS_SIZES } from '../glass.ts';
import { I2cDevice } from './device.ts';
import { explain } from './explain.ts';
import { WIRINGS, type Wiring } from './wirings.ts';

/** A `DeviceEmulator` that says which device it makes. */
export interface I2cEmulator extends DeviceEmulator {
  powerUp(): I2cDevice;
}

/** Makes displays of a size behind an expander. `clock` in ms since power-up: whether waits are kept. */
export const i2cEmulator = (wiring: Wiring, size: string, clock?: () => number): I2cEmulator => ({
  driver: 'hd44780-i2c',
  model: `${wiring.name}-${size}`,
  bus: 'i2c',
  interval: 1,
  powerUp: () => new I2cDevice(wiring, size, clock),
  explain: explain(wiring),
});

/** One for each wiring with each size that has a single controller. */
export const i2cEmulators: readonly I2cEmulator[] = WIRINGS.flatMap((wiring) =>
  GLASS_SIZES.filter((size) => chipsOf(size) === 1).map((size) => i2cEmulator(wiring, size)),
);
