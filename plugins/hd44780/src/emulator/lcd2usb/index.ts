import type { DeviceEmulator } from '@lcdflow/core';
import { GLASS_SIZES } from '../glass.ts';
import { DESCRIPTORS } from './descriptors.ts';
import { Lcd2usbDevice } from './device.ts';
import { explain } from './explain.ts';

/** A `DeviceEmulator` that says which device it makes. */
export interface Lcd2usbEmulator extends DeviceEmulator {
  powerUp(): Lcd2usbDevice;
}

/** Makes LCD2USBs with a display of a size. */
export const lcd2usbEmulator = (size: string): Lcd2usbEmulator => ({
  driver: 'lcd2usb',
  model: size,
  bus: 'usb',
  // A SETUP and a status stage, each in a frame of its own (docs/protocol.md section 3.4).
  interval: 2,
  usb: DESCRIPTORS,
  powerUp: () => new Lcd2usbDevice(size),
  explain,
});

/** The first is what `lcd emulate lcd2usb` lends. */
const USUAL = '20x4';

/** One for each size. */
export const lcd2usbEmulators: readonly Lcd2usbEmulator[] = [
  USUAL,
  ...GLASS_SIZES.filter((size) => size !== USUAL),
].map(lcd2usbEmulator);
