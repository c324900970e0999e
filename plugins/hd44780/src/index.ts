import { definePlugin } from '@lcdflow/core';
import { lcd2usbEmulators } from './emulator/lcd2usb/index.ts';
import { serialEmulators } from './emulator/serial/index.ts';
import { lcd2usb } from './lcd2usb/driver.ts';
import { hd44780Serial } from './serial/driver.ts';

export default definePlugin({
  name: 'hd44780',
  apiVersion: 1,
  drivers: [lcd2usb, hd44780Serial],
  emulators: [...lcd2usbEmulators, ...serialEmulators],
});
