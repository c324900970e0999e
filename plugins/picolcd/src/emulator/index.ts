import type { DeviceEmulator } from '@lcdflow/core';
import { DESCRIPTORS } from './descriptors.ts';
import { explain } from './explain.ts';
import { PicolcdDevice, type PicolcdOptions } from './picolcd-device.ts';

export { PANEL } from './glass-colors.ts';
export { PicolcdDevice, type PicolcdOptions } from './picolcd-device.ts';

/** A `DeviceEmulator` that says which device it makes. */
export interface PicolcdEmulator extends DeviceEmulator {
  powerUp(): PicolcdDevice;
}

/** Makes picoLCDs 256x64 that differ where the protocol paper leaves a choice. */
export const picolcd256x64EmulatorWith = (options: PicolcdOptions): PicolcdEmulator => ({
  driver: 'picolcd',
  model: '256x64',
  bus: 'usb',
  // 10 in the descriptor, 8 on Linux (docs/protocol.md section 6).
  interval: 8,
  usb: DESCRIPTORS,
  powerUp: () => new PicolcdDevice(options),
  explain,
});

/** The picoLCD 256x64 made of code, written from docs/protocol.md. */
export const picolcd256x64Emulator: PicolcdEmulator = picolcd256x64EmulatorWith({});
