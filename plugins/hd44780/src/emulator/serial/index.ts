import type { DeviceEmulator } from '@lcdflow/core';
import { chipsOf, GLASS_SIZES } from '../glass.ts';
import { SerialDevice } from './device.ts';
import { explain } from './explain.ts';
import { KINDS, type Kind } from './kinds.ts';

/** A `DeviceEmulator` that says which device it makes. */
export interface SerialEmulator extends DeviceEmulator {
  powerUp(): SerialDevice;
}

/** Makes displays of a size behind a kind of backpack. `clock` in ms: whether its pauses are kept. */
export const serialEmulator = (kind: Kind, size: string, clock?: () => number): SerialEmulator => ({
  driver: 'hd44780-serial',
  model: `${kind.name}-${size}`,
  bus: 'serial',
  interval: 1,
  baudRate: kind.baudRate,
  powerUp: () => new SerialDevice(kind, size, clock),
  explain: explain(kind),
});

/** One for each kind of backpack with each size that has a single controller. */
export const serialEmulators: readonly SerialEmulator[] = KINDS.flatMap((kind) =>
  GLASS_SIZES.filter((size) => chipsOf(size) === 1).map((size) => serialEmulator(kind, size)),
);
