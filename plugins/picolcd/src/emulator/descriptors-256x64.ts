import type { UsbDescriptors } from '@lcdflow/core';
import { bytes } from './bytes.ts';

/** Device descriptor: USB 2.0 at full speed, 04d8:c002, release 0.01, strings 1 to 3 (docs/protocol.md section 1.1). */
const DEVICE = bytes(
  '12 01 00 02 00 00 00 08', // no class of its own, 8 bytes on endpoint 0
  'd8 04 02 c0 01 00 01 02 03 01',
);

/** Configuration 1 with all it has: 41 bytes (docs/protocol.md section 1.1). */
const CONFIGURATION = bytes(
  '09 02 29 00 01 01 00 a0 32', // bus powered, remote wake-up, 100 mA
  '09 04 00 00 02 03 00 00 00', // interface 0: HID, two endpoints
  '09 21 01 01 00 01 22 0d 01', // HID 1.01, a report descriptor of 269 bytes
  '07 05 81 03 40 00 01', // in: interrupt, 64 bytes, 1 ms
  '07 05 01 03 40 00 0a', // out: interrupt, 64 bytes, 10 ms
);

/** The report descriptor of 269 bytes, report by report (docs/protocol.md section 1.2). */
const REPORT = bytes(
  '06 00 ff 09 01 a1 01 15 00 26 ff 00 75 08', // vendor page, an application, bytes from 0 to 255
  '19 01 29 10 85 10 95 10 81 02', // 10 error, in
  '19 01 29 02 85 11 95 02 81 02', // 11 keys, in
  '19 01 29 3f 85 21 95 3f 81 02', // 21 infrared, in
  '19 01 29 3f 85 32 95 3f 81 02', // 32 EEPROM, in
  '19 01 29 3f 85 41 95 3f 81 02', // 41 flash, in
  '09 01 85 81 95 01 91 02', // 81 LEDs
  '09 01 85 91 95 01 91 02', // 91 backlight
  '09 01 85 92 95 01 91 02', // 92 contrast
  '19 01 29 02 85 93 95 02 91 02', // 93 reset
  '19 01 29 3f 85 94 95 3f 91 02', // 94 commands
  '19 01 29 3f 85 95 95 3f 91 02', // 95 data
  '19 01 29 3f 85 96 95 3f 91 02', // 96 commands and data
  '19 01 29 3f 85 a3 95 3f 91 02', // a3 read EEPROM
  '19 01 29 3f 85 a4 95 3f 91 02', // a4 write EEPROM
  '19 01 29 02 85 b2 95 02 91 02', // b2 erase flash
  '19 01 29 03 85 b3 95 03 91 02', // b3 read flash
  '19 01 29 3f 85 b4 95 3f 91 02', // b4 write flash
  '09 01 85 c1 95 01 91 02', // c1 restart splash
  '19 01 29 02 85 ef 95 02 91 02', // ef leave for the bootloader
  '19 01 29 02 85 f1 95 02 81 02', // f1 version, in
  '09 01 85 f1 95 01 91 02', // f1 version?
  '19 01 29 05 85 f5 95 05 81 02', // f5 device ID, in
  '09 01 85 f5 95 01 91 02', // f5 device ID?
  '19 01 29 04 85 f6 95 04 81 02', // f6 splash size, in
  '09 01 85 f6 95 01 91 02', // f6 splash size?
  '19 01 29 02 85 f7 95 02 81 02', // f7 hook version, in
  '09 01 85 f7 95 01 91 02', // f7 hook version?
  'c0',
);

/** What the picoLCD 256x64 says of itself on the USB. The texts are ours: the real ones are unknown. */
export const DESCRIPTORS_256X64: UsbDescriptors = {
  device: DEVICE,
  configuration: CONFIGURATION,
  strings: ['mini-box.com', 'picoLCD 256x64', 'emulated'],
  report: REPORT,
};
