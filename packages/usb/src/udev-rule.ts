import { hex } from './address.ts';

/** The file the rule belongs into. */
export const UDEV_FILE = '/etc/udev/rules.d/70-lcdflow.rules';

/** The udev line that lets the person at the machine use a device. */
export const udevRule = (vendorId: number, productId: number): string =>
  `SUBSYSTEM=="usb", ATTR{idVendor}=="${hex(vendorId)}", ATTR{idProduct}=="${hex(productId)}", MODE="0660", TAG+="uaccess"`;
