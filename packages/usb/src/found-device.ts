import type { FoundDevice } from '@lcdflow/core';
import { hex } from './address.ts';
import { portOf, type Sysfs, textOf } from './sysfs.ts';
import type { UsbDevice } from './usb-module.ts';

/** A plugged-in device as others see it: its address has vendor, product, port and, if known, serial number. */
export function foundDevice(device: UsbDevice, sysfs: Sysfs): FoundDevice {
  const { idVendor: vendorId, idProduct: productId } = device.deviceDescriptor;
  const serial = textOf(device, 'serial', sysfs);
  const port = portOf(device);
  const texts = [textOf(device, 'manufacturer', sysfs), textOf(device, 'product', sysfs)];
  const known = [...texts, serial && `serial ${serial}`].filter(Boolean);
  return {
    bus: 'usb',
    address: { vendorId, productId, port, ...(serial !== undefined && { serial }) },
    label: [`${hex(vendorId)}:${hex(productId)}`, ...known, `port ${port}`].join(' '),
  };
}
