import { emulate } from '@lcdflow/emulator';
import { driverConformance } from '@lcdflow/testkit';
import { asyncScheduler } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { inLetters } from '../../test/letters.ts';
import type { I2cDevice } from '../emulator/i2c/device.ts';
import { i2cEmulator } from '../emulator/i2c/index.ts';
import { WIRINGS } from '../emulator/i2c/wirings.ts';
import { hd44780I2c } from './driver.ts';

const SOME = ['8x1', '16x1', '16x2', '20x4', '40x2'];
const panels = WIRINGS.flatMap((wiring) =>
  (wiring.name === 'backpack' ? SOME : ['20x4']).map((size) => [wiring.name, size, wiring] as const),
);

describe.each(panels)('the I2C driver with the wiring %s and a display of %s', (name, size, wiring) => {
  const devices: I2cDevice[] = [];
  const powerUp = () => {
    const begun = asyncScheduler.now();
    const device = i2cEmulator(wiring, size, () => asyncScheduler.now() - begun).powerUp();
    devices.push(device);
    return device;
  };
  const checks = driverConformance({
    driver: hd44780I2c,
    options: { wiring: name, size },
    emulate: () => emulate(inLetters({ ...i2cEmulator(wiring, size), powerUp })),
    depth: 1,
  });
  for (const check of checks)
    test(check.name, () => {
      check.run();
      // Never too early for the chip, and never RS together with E.
      expect(devices.map(({ chip, bus }) => chip.early + bus.unsettled)).toEqual(devices.map(() => 0));
    });
});
