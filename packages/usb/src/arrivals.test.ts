import { throwError } from 'rxjs';
import { expect, test } from 'vitest';
import { watch } from '../test/bench.ts';
import { FakeUsb } from '../test/fake-usb.ts';
import { usbArrivals } from './arrivals.ts';
import { usbBus } from './bus.ts';

test('each device that is plugged in, while subscribed, without keeping the process alive', () => {
  const usb = new FakeUsb();
  usb.plug();
  const seen = watch(usbArrivals(usb.machine));
  expect(usb.unreferenced).toBe(1);
  usb.plug({ ports: [7] });
  seen.subscription.unsubscribe();
  usb.plug();
  expect(seen.values.map(({ address }) => address)).toEqual([{ vendorId: 0x04d8, productId: 0xc002, port: '1-7' }]);
  expect(usb.listeners.size).toBe(0);
});

test('without udevd nothing comes', () => {
  const usb = new FakeUsb();
  usb.udevd = false;
  const seen = watch(usbArrivals(usb.machine));
  usb.plug();
  expect([seen.values, seen.ends]).toEqual([[], []]);
});

test('a module that cannot be loaded, or has no hotplug, is as quiet', () => {
  const usb = new FakeUsb();
  const missing = { ...usb.machine, load: () => throwError(() => new Error('no libudev')) };
  expect(watch(usbArrivals(missing)).ends).toEqual([]);
  usb.on = () => {
    throw new Error('LIBUSB_ERROR_NOT_SUPPORTED');
  };
  expect(watch(usbArrivals(usb.machine)).ends).toEqual([]);
});

test('the bus tells them to all who wait, who share one listener: Node warns of more than ten', () => {
  const usb = new FakeUsb();
  const bus = usbBus({}, usb.machine);
  const seen = Array.from({ length: 12 }, () => watch(bus.arrivals!()));
  expect(usb.listeners.size).toBe(1);
  usb.plug({ ports: [7] });
  expect(seen.map(({ values }) => values.map(({ address }) => address.port))).toEqual(seen.map(() => ['1-7']));
  for (const { subscription } of seen) subscription.unsubscribe();
  expect(usb.listeners.size).toBe(0);
});
