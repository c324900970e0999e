import { definePlugin } from '@lcdflow/core';
import { matrixOrbital } from './driver.ts';
import { matrixOrbitalEmulator } from './emulator/index.ts';
import { MODULES } from './modules.ts';

export { matrixOrbital } from './driver.ts';

/** An emulated device of each model. */
export const matrixOrbitalEmulators = MODULES.map((module) => matrixOrbitalEmulator(module));

export default definePlugin({
  name: 'matrix-orbital',
  apiVersion: 1,
  drivers: [matrixOrbital],
  emulators: matrixOrbitalEmulators,
});
