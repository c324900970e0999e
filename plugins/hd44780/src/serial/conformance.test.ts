import type { Frame } from '@lcdflow/core';
import { emulate } from '@lcdflow/emulator';
import { driverConformance } from '@lcdflow/testkit';
import { asyncScheduler } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { inLetters } from '../../test/letters.ts';
import type { SerialDevice } from '../emulator/serial/device.ts';
import { serialEmulator } from '../emulator/serial/index.ts';
import { KINDS } from '../emulator/serial/kinds.ts';
import { hd44780Serial } from './driver.ts';

const withBars = (glass: Frame): Frame => ({
  ...glass,
  cells: glass.cells.map((cell) => (cell === 0x3f ? 0x7c : cell)),
});

const SOME = ['16x1', '16x2', '20x4', '40x2'];
const panels = KINDS.flatMap((kind) =>
  (kind.name === 'pertelian' ? SOME : ['20x4']).map((size) => [kind.name, size, kind] as const),
);

describe.each(panels)('the serial driver with the backpack %s and a display of %s', (backpack, size, kind) => {
  const devices: SerialDevice[] = [];
  const emulator = serialEmulator(kind, size, () => asyncScheduler.now());
  const powerUp = () => {
    const device = emulator.powerUp();
    devices.push(device);
    return device;
  };
  const checks = driverConformance({
    driver: hd44780Serial,
    options: { backpack, size },
    emulate: () => emulate(inLetters({ ...emulator, powerUp })),
    depth: 1,
    // Where `|` means something else, its place is taken by what stands in for letters that the display lacks.
    ...(backpack === 'serlcd' ? { pictureOf: withBars } : {}),
  });
  for (const check of checks)
    test(check.name, () => {
      check.run();
      expect(devices.map(({ hasty, chip }) => hasty + chip.early)).toEqual(devices.map(() => 0));
    });
});
