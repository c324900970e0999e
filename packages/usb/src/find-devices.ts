import type { UsbAddress } from './address.ts';
import { portOf, type Sysfs, textOf } from './sysfs.ts';
import type { UsbDevice, UsbModule } from './usb-module.ts';

/** The plugged-in devices that an address means, in libusb's order. */
export function findDevices(usb: UsbModule, address: UsbAddress, sysfs: Sysfs): readonly UsbDevice[] {
  const { vendorId, productId, serial, port } = address;
  return usb
    .getDeviceList()
    .filter(({ deviceDescriptor: { idVendor, idProduct } }) => idVendor === vendorId && idProduct === productId)
    .filter((device) => port === undefined || portOf(device) === port)
    .filter((device) => serial === undefined || textOf(device, 'serial', sysfs) === serial);
}
