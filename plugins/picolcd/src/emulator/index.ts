import type { DeviceEmulator, EmulatedDevice } from '@lcdflow/core';
import { DESCRIPTORS_20X2 } from './descriptors-20x2.ts';
import { DESCRIPTORS_20X4 } from './descriptors-20x4.ts';
import { DESCRIPTORS_256X64 } from './descriptors-256x64.ts';
import { Picolcd20x2Device } from './device-20x2.ts';
import { Picolcd20x4Device } from './device-20x4.ts';
import { PicolcdDevice, type PicolcdOptions } from './device-256x64.ts';
import { explain20x2 } from './explain-20x2.ts';
import { explain20x4 } from './explain-20x4.ts';
import { explain256x64 } from './explain-256x64.ts';

export type { Picolcd20x2Device } from './device-20x2.ts';
export type { Picolcd20x4Device } from './device-20x4.ts';
export { PicolcdDevice, type PicolcdOptions } from './device-256x64.ts';
export { PANEL } from './glass-colors.ts';
export type { ReportDevice } from './report-device.ts';

/** A `DeviceEmulator` that says which device it makes. */
export interface PicolcdEmulator<D extends EmulatedDevice = PicolcdDevice> extends DeviceEmulator {
  powerUp(): D;
}

/** 10 in the descriptors, 8 on Linux (docs/protocol.md section 6). */
const FAMILY = { driver: 'picolcd', bus: 'usb', interval: 8 };

/** Makes picoLCDs 256x64 that differ where the protocol paper leaves a choice. */
export const picolcd256x64EmulatorWith = (options: PicolcdOptions): PicolcdEmulator => ({
  ...FAMILY,
  model: '256x64',
  usb: DESCRIPTORS_256X64,
  powerUp: () => new PicolcdDevice(options),
  explain: explain256x64,
});

/** The picoLCD 256x64 made of code, written from docs/protocol.md. */
export const picolcd256x64Emulator: PicolcdEmulator = picolcd256x64EmulatorWith({});

/** The picoLCD 20x2 made of code, written from docs/protocol.md. */
export const picolcd20x2Emulator: PicolcdEmulator<Picolcd20x2Device> = {
  ...FAMILY,
  model: '20x2',
  usb: DESCRIPTORS_20X2,
  powerUp: () => new Picolcd20x2Device(),
  explain: explain20x2,
};

/** The picoLCD 20x4 made of code, written from docs/protocol.md. */
export const picolcd20x4Emulator: PicolcdEmulator<Picolcd20x4Device> = {
  ...FAMILY,
  model: '20x4',
  usb: DESCRIPTORS_20X4,
  powerUp: () => new Picolcd20x4Device(),
  explain: explain20x4,
};
