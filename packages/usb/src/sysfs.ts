import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import type { UsbDevice } from './usb-module.ts';

const ROOT = '/sys/bus/usb/devices';

/** What Linux knows about USB devices without their being opened. */
export interface Sysfs {
  /** One attribute of a device such as `serial`; `undefined` where there is none. */
  attribute(port: string, name: string): string | undefined;
  /** The kernel driver of an interface such as `1-1.2:1.0`. */
  driver(place: string): string | undefined;
}

/** The sysfs of this machine; on others than Linux it knows nothing. */
export const sysfs: Sysfs = {
  attribute: (port, name) => readable(() => readFileSync(`${ROOT}/${port}/${name}`, 'utf8').trim()),
  driver: (place) => readable(() => basename(readlinkSync(`${ROOT}/${place}/driver`))),
};

function readable(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Bus and ports as the kernel names a device: `1-1.2`, or `usb1` for a root hub. */
export function portOf({ busNumber, portNumbers = [] }: UsbDevice): string {
  return portNumbers.length > 0 ? `${busNumber}-${portNumbers.join('.')}` : `usb${busNumber}`;
}

/** One text of a device as `attribute`; `undefined` as well when another device is at its port by now. */
export function textOf(device: UsbDevice, name: string, { attribute }: Sysfs): string | undefined {
  const port = portOf(device);
  return attribute(port, 'devnum') === String(device.deviceAddress) ? attribute(port, name) || undefined : undefined;
}
