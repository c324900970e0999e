import type { DeviceEmulator } from '@lcdflow/core';
import { VtDevice } from './device.ts';
import { explain } from './explain.ts';

/** A `DeviceEmulator` that says which device it makes. */
export interface VtEmulator extends DeviceEmulator {
  powerUp(): VtDevice;
}

/** Makes terminals of a size, by their letters: `ascii`, `latin-1` or `utf-8`. */
export function vtEmulator(size: string, letters: string): VtEmulator {
  const [width, height] = size.split('x').map(Number) as [number, number];
  const isUtf8 = letters === 'utf-8';
  return {
    driver: 'vt',
    model: `${size}-${letters}`,
    bus: 'serial',
    interval: 1,
    baudRate: 9_600,
    powerUp: () => new VtDevice({ width, height }, isUtf8),
    explain: explain(isUtf8),
  };
}

/** Sizes that terminals and till displays have. */
const SIZES = ['20x2', '20x4', '40x2', '40x24', '80x24', '80x25', '132x24'];

/** One for each size and kind of letters. */
export const vtEmulators: readonly VtEmulator[] = SIZES.flatMap((size) =>
  ['ascii', 'latin-1', 'utf-8'].map((letters) => vtEmulator(size, letters)),
);
