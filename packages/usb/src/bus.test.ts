import { throwError } from 'rxjs';
import { expect, test } from 'vitest';
import { ADDRESS, Memory, pass, virtualTime, watch, workbench } from '../test/bench.ts';
import { usbBus } from './bus.ts';

virtualTime();

test('nothing there is not-found, and names what was looked for', () => {
  const { usb, connect } = workbench();
  usb.plug({ productId: 0xf002 });
  expect(connect().ends).toEqual(['not-found: no usb 04d8:c002 is plugged in']);
  expect(connect({ serial: 'A1' }).ends).toEqual(['not-found: no usb 04d8:c002 with serial A1 is plugged in']);
  expect(connect({ port: '1-9' }).ends).toEqual(['not-found: no usb 04d8:c002 at port 1-9 is plugged in']);
});

const DEAF = '(no udevd runs here: what is plugged in now is only seen when the program is started again)';

test('where nobody tells of devices that come, the message that one is missing says so', () => {
  const { usb, connect, opened } = workbench();
  const device = usb.plug();
  usb.udevd = false;
  expect(connect({ serial: 'A1' }).ends).toEqual([`not-found: no usb 04d8:c002 with serial A1 is plugged in ${DEAF}`]);
  const { ends } = opened();
  usb.unplug(device);
  pass(100);
  expect(ends).toEqual([`disconnected: usb 04d8:c002 was unplugged ${DEAF}`]);
});

test('a wrong address is refused before the module is loaded', () => {
  const machine = { ...workbench().usb.machine, load: () => throwError(() => new Error('loaded')) };
  const seen = watch(usbBus({}, machine).connect({ ...ADDRESS, colour: 'red' }, new Memory()));
  expect(seen.ends[0]).toMatch(/^config: usb address: there is no "colour"/);
});

test('a timeout of 0 is refused', () => {
  expect(() => usbBus({ timeout: 0 })).toThrow('timeout: above 0 ms, not 0');
});

test('by serial number and by port', () => {
  const { usb, connect } = workbench();
  const one = usb.plug({ ports: [1], serial: 'A1' });
  const two = usb.plug({ ports: [2, 4], serial: 'B2' });
  connect({ serial: 'B2' });
  expect([one.isOpen, two.isOpen]).toEqual([false, true]);
  const three = usb.plug({ ports: [2, 3], serial: 'B2' });
  connect({ port: '1-2.3' });
  expect([one.isOpen, three.isOpen]).toEqual([false, true]);
});

test('a stale serial number of another device at that port does not count', () => {
  const { usb, connect } = workbench();
  usb.plug({ ports: [1], serial: 'A1' });
  usb.describe('1-1/devnum', '77');
  expect(connect({ serial: 'A1' }).ends).toEqual(['not-found: no usb 04d8:c002 with serial A1 is plugged in']);
});

test('of several the first that is free; when all are in use it is busy', () => {
  const { usb, opened, connect } = workbench();
  const [one, two] = [usb.plug(), usb.plug()];
  opened();
  opened();
  expect([one.isOpen, two.isOpen]).toEqual([true, true]);
  expect(connect().ends).toEqual(['busy: usb 04d8:c002 is in use by another display']);
  expect([...one.broken, ...two.broken]).toEqual([]);
});

test('no permission tells the line that cures it', () => {
  const { usb, connect } = workbench();
  const device = usb.plug();
  device.refuses.open = -3;
  const { ends } = connect();
  pass(1_749);
  expect(ends).toEqual([]);
  pass(1);
  expect(ends).toEqual([
    'permission: no permission to open usb 04d8:c002; put this line into /etc/udev/rules.d/70-lcdflow.rules: ' +
      'SUBSYSTEM=="usb", ATTR{idVendor}=="04d8", ATTR{idProduct}=="c002", MODE="0660", TAG+="uaccess"; ' +
      'then run "udevadm control --reload" and plug the device in again',
  ]);
  device.refuses.open = undefined as never;
  expect(connect().values).toHaveLength(1);
});

test('a device that is given to this user while the system starts or the user logs in is opened then', () => {
  const { usb, connect } = workbench();
  const device = usb.plug();
  device.refuses.open = -3;
  const { values, ends } = connect();
  pass(300);
  device.refuses.open = undefined as never;
  pass(500);
  expect([values.length, ends]).toEqual([1, []]);
});

test('busy names another program and how to find it', () => {
  const { usb, connect } = workbench();
  const device = usb.plug();
  usb.describe('1-1:1.0/driver', 'usbfs');
  device.refuses.claim = -6;
  expect(connect().ends).toEqual([
    'busy: usb 04d8:c002 is busy: another program holds it (lcd4linux, LCDd, a second lcd?): ' +
      '"fuser -v /dev/bus/usb/001/002" names it',
  ]);
  expect(device.isOpen).toBe(false);
});

test('busy names the kernel driver', () => {
  const { usb, connect } = workbench();
  const device = usb.plug();
  usb.describe('1-1/bConfigurationValue', '2');
  usb.describe('1-1:2.0/driver', 'hid-picolcd');
  device.refuses.claim = -6;
  expect(connect().ends).toEqual(['busy: usb 04d8:c002 is busy: the kernel driver hid-picolcd holds it']);
});

test.each([
  ['open', -1],
  ['claim', -1],
  ['claim', -5],
  ['claim', -99],
] as const)('%s refused with %d may pass: that is what a device gets that vanishes just then', (call, errno) => {
  const { usb, connect } = workbench();
  const device = usb.plug();
  device.refuses[call] = errno;
  expect(connect().ends).toEqual([`disconnected: usb 04d8:c002 cannot be used now: LIBUSB ${errno}`]);
});

test('a device that goes between opening and claiming has no interfaces, and is closed again', () => {
  const { usb, connect } = workbench();
  const device = Object.assign(usb.plug(), { isConfigured: false });
  expect(connect().ends).toEqual(['disconnected: usb 04d8:c002 is not configured now']);
  expect(device.isOpen).toBe(false);
});

test('gone while it is opened is disconnected; what is wrong with the address is protocol', () => {
  const { usb, connect } = workbench();
  const device = usb.plug();
  device.refuses.claim = -4;
  expect(connect().ends).toEqual(['disconnected: usb 04d8:c002 was unplugged']);
  device.refuses.claim = -2;
  expect(connect().ends).toEqual(['protocol: usb 04d8:c002: LIBUSB -2']);
  device.refuses.claim = undefined as never;
  expect(connect({ interface: 3 }).ends).toEqual(['protocol: usb 04d8:c002: Interface not found for address: 3']);
  expect(connect({ out: 2 }).ends).toEqual(['protocol: usb 04d8:c002: there is no endpoint 0x02']);
  pass(1_000);
  expect(device.isOpen).toBe(false);
});

test('a device that refuses the first read is closed again', () => {
  const { usb, connect } = workbench();
  const device = usb.plug();
  device.refuses.submit = -4;
  const { values, ends } = connect();
  expect([values, ends]).toEqual([[], ['disconnected: usb 04d8:c002 was unplugged']]);
  pass(1_000);
  expect(device.isOpen).toBe(false);
});

test('the kernel driver is taken off and comes back', () => {
  const { usb, opened, log } = workbench();
  const device = usb.plug({ kernelDriver: 'hid-picolcd' });
  const { close } = opened();
  expect(device.kernelDriver).toBeUndefined();
  close();
  pass(1_000);
  expect(device.kernelDriver).toBe('hid-picolcd');
  expect(log.lines).toEqual([
    'debug usb 04d8:c002: taking it from its kernel driver',
    'debug usb 04d8:c002: opened',
    'debug usb 04d8:c002: closed',
  ]);
});

test('where kernel drivers cannot be taken off it opens without', () => {
  const { usb, connect } = workbench();
  const device = usb.plug();
  device.refuses.detach = -12;
  expect(connect().values).toHaveLength(1);
  const other = usb.plug();
  other.refuses.detach = -1;
  expect(connect().ends).toEqual(['disconnected: usb 04d8:c002 cannot be used now: LIBUSB -1']);
});

test('the list has every device but hubs, for people and for addresses', () => {
  const { usb, bus } = workbench();
  usb.plug({ ports: [1, 2], serial: 'A1' });
  usb.describe('1-1.2/manufacturer', 'mini-box.com');
  usb.describe('1-1.2/product', 'picoLCD 256x64');
  usb.plug({ ports: [3], deviceClass: 9 });
  usb.plug({ ports: [4], bus: 2, vendorId: 0x1, productId: 0x2 });
  expect(watch(bus.list!()).values).toEqual([
    [
      {
        bus: 'usb',
        address: { vendorId: 0x04d8, productId: 0xc002, port: '1-1.2', serial: 'A1' },
        label: '04d8:c002 mini-box.com picoLCD 256x64 serial A1 port 1-1.2',
      },
      { bus: 'usb', address: { vendorId: 1, productId: 2, port: '2-4' }, label: '0001:0002 port 2-4' },
    ],
  ]);
});

test('what a device says of itself cannot steer a terminal; its serial number stays as it is', () => {
  const { usb, bus, connect } = workbench();
  const serial = '\u001b[2JÄ 1';
  usb.plug({ ports: [1], serial });
  usb.describe('1-1/product', '\u001b]0;title\u0007panel\u0000');
  expect(watch(bus.list!()).values).toEqual([
    [
      {
        bus: 'usb',
        address: { vendorId: 0x04d8, productId: 0xc002, port: '1-1', serial },
        label: '04d8:c002 panel serial Ä 1 port 1-1',
      },
    ],
  ]);
  expect(connect({ serial: 'X' }).ends).toEqual(['not-found: no usb 04d8:c002 with serial X is plugged in']);
  expect(connect({ serial }).values).toHaveLength(1);
});

test('the list is empty where the module cannot be loaded or fails', () => {
  const { usb } = workbench();
  const broken = { ...usb.machine, load: () => throwError(() => new Error('no libudev')) };
  expect(watch(usbBus({}, broken).list!()).values).toEqual([[]]);
  usb.getDeviceList = () => {
    throw new Error('LIBUSB_ERROR_OTHER');
  };
  expect(watch(usbBus({}, usb.machine).list!()).values).toEqual([[]]);
});
