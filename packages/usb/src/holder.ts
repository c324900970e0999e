import { portOf } from './device-text.ts';
import type { Sysfs } from './sysfs.ts';
import type { UsbDevice } from './usb-module.ts';

/** What may hold an interface such as `1.0` (configuration and number) of a device, and how to find out, for a person. */
export function holderOf(device: UsbDevice, place: string, { driver }: Sysfs): string {
  const kernel = driver(`${portOf(device)}:${place}`);
  if (kernel !== undefined && kernel !== 'usbfs') return `the kernel driver ${kernel} holds it`;
  const node = [device.busNumber, device.deviceAddress].map((part) => String(part).padStart(3, '0')).join('/');
  return `another program holds it (lcd4linux, LCDd, a second lcd?): "fuser -v /dev/bus/usb/${node}" names it`;
}
