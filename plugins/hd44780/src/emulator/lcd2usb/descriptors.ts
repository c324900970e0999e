import type { UsbDescriptors } from '@lcdflow/core';

const bytes = (...lines: readonly string[]): Uint8Array =>
  Uint8Array.from(lines.join(' ').trim().split(/\s+/), (byte) => Number.parseInt(byte, 16));

/** What an LCD2USB says of itself (docs/protocol.md section 3.1). The texts are ours: the real ones are unknown. */
export const DESCRIPTORS: UsbDescriptors = {
  device: bytes(
    '12 01 10 01 ff 00 00 08', // USB 1.1, a class of its own, 8 bytes on endpoint 0
    '03 04 30 c6 09 01 01 02 00 01', // 0403:c630, release 1.09, no serial number
  ),
  configuration: bytes(
    '09 02 12 00 01 01 00 80 25', // bus powered, 74 mA
    '09 04 00 00 00 00 00 00 00', // interface 0: no endpoints
  ),
  strings: ['Till Harbaum', 'LCD2USB'],
};
