import { driverConformance } from '@lcdflow/testkit';
import { describe, expect, test } from 'vitest';
import { matrixOrbital } from './driver.ts';
import { matrixOrbitalEmulator } from './emulator/index.ts';
import { MODULES } from './modules.ts';

const CASES = [
  { model: 'LK204-25' },
  { model: 'LK204-25', choices: { rowEnd: 'memory', definingMovesCursor: true, customerData: true } },
  { model: 'LK204-25', options: { dimming: false } },
  { model: 'LK204-7T-1U', options: { outputs: [1, 4] } },
  { model: 'LK162-12', options: { backlight: '40%', contrast: '60%' } },
  { model: 'LK404-25' },
  { model: 'LCD0821', options: { outputs: [1] } },
  { model: 'LCD2041', options: { dimming: true } },
  { model: 'VFD2041' },
  { model: 'VK204-25', options: { brightness: '75%', outputs: [6] } },
  { model: 'PK162-12', options: { brightness: '30%' } },
] as const;

describe.each(CASES)('the driver on a $model', (row) => {
  const { model, options = {}, choices = {} } = { options: {}, choices: {}, ...row };
  const module = MODULES.find(({ name }) => name === model)!;
  const emulator = matrixOrbitalEmulator(module, choices);
  const claims = {
    driver: matrixOrbital,
    options: { model, ...options },
    emulator,
    depth: 1,
  };
  for (const check of driverConformance(claims)) test(check.name, check.run);
});

test('every model has an emulated device that the driver can open', () => {
  expect(matrixOrbital.models.map(({ name }) => name)).toEqual(MODULES.map(({ name }) => name));
  for (const module of MODULES) {
    const { driver, model, bus, powerUp } = matrixOrbitalEmulator(module);
    expect({ driver, model, bus }).toEqual({ driver: matrixOrbital.name, model: module.name, bus: matrixOrbital.bus });
    const { width, height } = powerUp().glass();
    expect([(width + 1) / 6, (height + 1) / 9]).toEqual([module.width, module.height]);
  }
});
