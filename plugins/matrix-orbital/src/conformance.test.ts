import { type DeviceEmulator, DOTS, type Frame, letterDots, type Size } from '@lcdflow/core';
import { type EmulatedPanel, emulate } from '@lcdflow/emulator';
import { driverConformance } from '@lcdflow/testkit';
import { describe, expect, test } from 'vitest';
import { matrixOrbital } from './driver.ts';
import { matrixOrbitalEmulator } from './emulator/index.ts';
import { MODULES } from './modules.ts';

const ASCII = Array.from({ length: 0x5e }, (_, index) => index + 0x20);
const LETTERS = new Map(ASCII.map((codePoint) => [letterDots(codePoint).join(), codePoint]));

/** Reads the dots of a glass as letters, each by its shape; what is none of ASCII is 0. */
function lettersOn(glass: Frame, { width, height }: Size): Frame {
  const [stepX, stepY] = [DOTS.width + 1, DOTS.height + 1];
  // Between two letters there is never ink.
  const paper = glass.cells[DOTS.width];
  const rowOf = (start: number): number =>
    glass.cells.subarray(start, start + DOTS.width).reduce((row, cell) => (row << 1) | (cell === paper ? 0 : 1), 0);
  const letterAt = (index: number): number => {
    const start = Math.floor(index / width) * stepY * glass.width + (index % width) * stepX;
    const rows = Array.from({ length: DOTS.height }, (_, y) => rowOf(start + y * glass.width));
    return LETTERS.get(rows.join()) ?? 0;
  };
  return { width, height, cells: Uint32Array.from({ length: width * height }, (_, index) => letterAt(index)) };
}

/** The checks compare letters, and a device shows dots. */
function readable(emulator: DeviceEmulator, size: Size): EmulatedPanel {
  const powerUp = () => {
    const device = emulator.powerUp();
    return {
      receive: device.receive.bind(device),
      press: device.press.bind(device),
      controls: device.controls.bind(device),
      glass: () => lettersOn(device.glass(), size),
    };
  };
  return emulate({ ...emulator, powerUp });
}

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
    emulate: () => readable(emulator, module),
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
