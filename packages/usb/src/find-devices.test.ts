import { delay } from 'rxjs';
import { expect, test } from 'vitest';
import { ADDRESS, Memory, pass, virtualTime, watch, workbench } from '../test/bench.ts';
import { usbArrivals } from './arrivals.ts';
import { usbBus } from './bus.ts';
import type { Sysfs } from './sysfs.ts';

virtualTime();

const BEING_SET_UP = 'busy: the kernel is still setting up the usb device at port 1-1';

test('a device that the kernel is setting up is not opened: that would stop the whole program', () => {
  const { usb, connect } = workbench();
  const device = usb.plug({ ports: [1] });
  usb.locked.add('1-1/bConfigurationValue');
  const seen = connect();
  pass(999);
  expect(seen.ends).toEqual([]);
  pass(1);
  expect([seen.ends, device.calls]).toEqual([[BEING_SET_UP], []]);
  usb.locked.clear();
  expect(connect().values).toHaveLength(1);
});

test('a device that has no configuration yet is not opened either', () => {
  const { usb, connect } = workbench();
  const device = usb.plug({ ports: [1] });
  usb.describe('1-1/bConfigurationValue', '');
  expect([connect().ends, device.calls]).toEqual([[BEING_SET_UP], []]);
  usb.describe('1-1/bConfigurationValue', '1');
  expect(connect().values).toHaveLength(1);
});

test('one that does not answer for its serial number does not hold up the one that is meant', () => {
  const { usb, connect } = workbench();
  usb.plug({ ports: [1], serial: 'A1' });
  const meant = usb.plug({ ports: [2], serial: 'B2' });
  usb.locked.add('1-1/serial');
  expect(connect({ serial: 'B2' }).values).toHaveLength(1);
  expect(meant.isOpen).toBe(true);
  const absent = connect({ serial: 'C3' });
  pass(1_000);
  expect(absent.ends).toEqual([BEING_SET_UP]);
});

test('without a serial number the next one is taken after a second', () => {
  const { usb, connect } = workbench();
  usb.plug({ ports: [1] });
  const next = usb.plug({ ports: [2] });
  usb.locked.add('1-1/bConfigurationValue');
  const seen = connect();
  pass(1_000);
  expect([seen.values.length, next.isOpen]).toEqual([1, true]);
});

test('in lists it has no texts, and comes after a second; its arrival is told at once', () => {
  const { usb, bus } = workbench();
  const arrivals = watch(usbArrivals(usb.machine));
  usb.locked.add('1-1/serial');
  usb.plug({ ports: [1], serial: 'A1' });
  usb.plug({ ports: [2], serial: 'B2' });
  const list = watch(bus.list!());
  expect(arrivals.values.map(({ label }) => label)).toEqual(['04d8:c002 port 1-1', '04d8:c002 port 1-2']);
  pass(1_000);
  expect(list.values.map((devices) => devices.map(({ label }) => label))).toEqual([
    ['04d8:c002 port 1-1', '04d8:c002 serial B2 port 1-2'],
  ]);
});

test('two displays that look at the same time do not get the same device', () => {
  const { usb } = workbench();
  const devices = [usb.plug(), usb.plug()];
  const { attribute } = usb.sysfs;
  const slow: Sysfs = { ...usb.sysfs, attribute: (...which) => attribute(...which).pipe(delay(1)) };
  const bus = usbBus({}, { ...usb.machine, sysfs: slow });
  const seen = devices.map(() => watch(bus.connect(ADDRESS, new Memory())));
  pass(10);
  expect(seen.map(({ values, ends }) => [values.length, ends])).toEqual([
    [1, []],
    [1, []],
  ]);
  expect(devices.map(({ isOpen, broken }) => [isOpen, broken])).toEqual([
    [true, []],
    [true, []],
  ]);
});
