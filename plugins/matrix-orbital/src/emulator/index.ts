import type { DeviceEmulator } from '@lcdflow/core';
import type { MatrixOrbitalChoices } from './choices.ts';
import { explainer } from './explain.ts';
import { MatrixOrbitalDevice } from './matrix-orbital-device.ts';
import type { EmulatedModule } from './module.ts';

export type { EmulatedModule } from './module.ts';

/** A `DeviceEmulator` that says which device it makes. */
export interface MatrixOrbitalEmulator extends DeviceEmulator {
  powerUp(): MatrixOrbitalDevice;
}

/** From the factory (docs/protocol.md section 2). */
const BAUD_RATE = 19_200;

/** A Matrix Orbital module made of code, written from docs/protocol.md; the choices are where that leaves some. */
export const matrixOrbitalEmulator = (
  module: EmulatedModule,
  choices: MatrixOrbitalChoices = {},
): MatrixOrbitalEmulator => ({
  driver: 'matrix-orbital',
  model: module.name,
  bus: 'serial',
  interval: 1,
  baudRate: BAUD_RATE,
  powerUp: () => new MatrixOrbitalDevice(module, choices),
  explain: explainer(module),
});
