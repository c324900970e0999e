import { existsSync } from 'node:fs';
import type { Observable } from 'rxjs';
import { loadUsb } from './load-usb.ts';
import { type Sysfs, sysfsAt } from './sysfs.ts';
import type { UsbModule } from './usb-module.ts';

/** What this machine has. */
export interface Machine {
  load(): Observable<UsbModule>;
  readonly sysfs: Sysfs;
  /** Whether libusb hears of devices that are plugged in. */
  hasUdev(): boolean;
}

/** Where udevd listens. */
const UDEV = '/run/udev/control';

/** The machine the program runs on. */
export const thisMachine: Machine = {
  load: loadUsb,
  sysfs: sysfsAt('/sys/bus/usb/devices'),
  hasUdev: () => process.platform !== 'linux' || existsSync(UDEV),
};
