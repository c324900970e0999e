import { definePlugin } from '@lcdflow/core';
import { lcd2usbEmulators } from './emulator/lcd2usb/index.ts';
import { lcd2usb } from './lcd2usb/driver.ts';

export default definePlugin({
  name: 'hd44780',
  apiVersion: 1,
  drivers: [lcd2usb],
  emulators: lcd2usbEmulators,
});
