import { portOf, type Sysfs } from './sysfs.ts';
import type { UsbDevice } from './usb-module.ts';

/** What may hold an interface of a device, and how to find out, for a person. */
export function holderOf(device: UsbDevice, number: number, { attribute, driver }: Sysfs): string {
  const port = portOf(device);
  const configuration = attribute(port, 'bConfigurationValue') ?? '1';
  const kernel = driver(`${port}:${configuration}.${number}`);
  if (kernel !== undefined && kernel !== 'usbfs') return `the kernel driver ${kernel} holds it`;
  const node = [device.busNumber, device.deviceAddress].map((part) => String(part).padStart(3, '0')).join('/');
  return `another program holds it (lcd4linux, LCDd, a second lcd?): "fuser -v /dev/bus/usb/${node}" names it`;
}
