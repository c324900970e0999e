import type { UsbDescriptors } from '@lcdflow/core';
import { bytes } from './bytes.ts';

/** Device descriptor: USB 2.0 at full speed, 04d8:0002, release 0.01, strings 1 to 3 (docs/protocol.md section 11.1). */
const DEVICE = bytes(
  '12 01 00 02 00 00 00 08', // no class of its own, 8 bytes on endpoint 0
  'd8 04 02 00 01 00 01 02 03 01',
);

/** Configuration 1 with all it has: 41 bytes (docs/protocol.md section 11.1). */
const CONFIGURATION = bytes(
  '09 02 29 00 01 01 02 a0 32', // bus powered, remote wake-up, 100 mA, named as the product
  '09 04 00 00 02 03 00 00 00', // interface 0: HID, two endpoints
  '09 21 01 01 00 01 22 a0 00', // HID 1.01, a report descriptor of 160 bytes
  '07 05 81 03 18 00 01', // in: interrupt, 24 bytes, 1 ms
  '07 05 01 03 18 00 0a', // out: interrupt, 24 bytes, 10 ms
);

/** The report descriptor of 160 bytes, report by report (docs/protocol.md section 11.1). */
const REPORT = bytes(
  '05 01 09 80 a1 01 85 01 09 82 15 00 25 01', // generic desktop, system control: sleep
  '75 01 95 01 81 06 95 07 81 01 c0', // 01 power key, in: one bit and seven that mean nothing
  '06 00 ff 09 01 a1 01 15 00 26 ff 00', // vendor page, an application, bytes from 0 to 255
  '19 01 29 02 85 11 75 08 95 02 81 02', // 11 keys, in
  '19 01 29 17 85 21 95 17 81 02', // 21 infrared, in
  '19 01 29 17 85 31 95 17 81 02', // 31 external EEPROM, in
  '09 01 85 81 95 01 91 02', // 81 LEDs
  '09 01 85 91 95 01 91 02', // 91 backlight
  '09 01 85 92 95 01 91 02', // 92 contrast
  '09 01 85 93 95 01 91 02', // 93 display, cursor, blinking
  '09 01 85 94 95 01 91 02', // 94 clear
  '19 01 29 17 85 98 95 17 91 02', // 98 text
  '19 01 29 09 85 9c 95 09 91 02', // 9c user-defined character
  '19 01 29 03 85 a1 95 03 91 02', // a1 read external EEPROM
  '19 01 29 17 85 a2 95 17 91 02', // a2 write external EEPROM
  '19 01 29 02 85 ef 95 02 91 02', // ef leave for the bootloader
  'c0',
);

/** What the picoLCD 20x2 says of itself on the USB. The texts are ours: those of the prototype are not for users. */
export const DESCRIPTORS_20X2: UsbDescriptors = {
  device: DEVICE,
  configuration: CONFIGURATION,
  strings: ['mini-box.com', 'picoLCD 20x2', 'emulated'],
  report: REPORT,
};
