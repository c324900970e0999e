import { definePlugin } from '@lcdflow/core';
import { i2cEmulators } from './emulator/i2c/index.ts';
import { lcd2usbEmulators } from './emulator/lcd2usb/index.ts';
import { serialEmulators } from './emulator/serial/index.ts';
import { hd44780I2c } from './i2c/driver.ts';
import { lcd2usb } from './lcd2usb/driver.ts';
import { hd44780Serial } from './serial/driver.ts';

export default definePlugin({
  name: 'hd44780',
  apiVersion: 1,
  drivers: [lcd2usb, hd44780Serial, hd44780I2c],
  emulators: [...lcd2usbEmulators, ...serialEmulators, ...i2cEmulators],
});
