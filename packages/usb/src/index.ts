export { usbArrivals } from './arrivals.ts';
export { type UsbBusOptions, usbBus } from './bus.ts';
export { UDEV_FILE, udevRule } from './udev-rule.ts';
