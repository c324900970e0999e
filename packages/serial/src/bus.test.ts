import { throwError } from 'rxjs';
import { expect, test } from 'vitest';
import { Memory, PATH, packet, pass, virtualTime, watch, workbench } from '../test/bench.ts';
import { serialBus } from './bus.ts';

virtualTime();

const HUB = { vendorId: 0x0403, productId: 0x6001, serial: 'A1', product: 'FT232R' };

test('a port is opened as its address says', async () => {
  const { serial, opened } = workbench();
  const { port } = await opened({ baudRate: 19_200, dataBits: 7, parity: 'odd', stopBits: 2, flow: 'software' });
  expect(port.options).toEqual({
    ...{ path: PATH, baudRate: 19_200, dataBits: 7, parity: 'odd', stopBits: 2 },
    ...{ rtscts: false, xon: true, xoff: true },
  });
  expect(port.calls).toEqual([]);
  serial.plug('/dev/ttyUSB1');
  const { port: other } = await opened({ path: '/dev/ttyUSB1', flow: 'hardware' });
  expect(other.options).toMatchObject({ rtscts: true, xon: false, xoff: false });
});

test('a link is opened as what it leads to', async () => {
  const { serial, opened, connect } = workbench();
  serial.links.set('/dev/serial/by-id/lcd', PATH);
  const { port } = await opened({ path: '/dev/serial/by-id/lcd' });
  expect(port.options.path).toBe(PATH);
  expect(connect().ends).toEqual([`busy: ${PATH} is in use by another display`]);
});

test('modem lines are set when asked for', async () => {
  const { serial, opened } = workbench();
  const { port, close } = await opened({ dtr: false });
  expect(port.calls).toEqual(['set dtr false rts true']);
  close();
  await pass(100);
  serial.prepare = (next) => {
    next.refuses.set = Promise.reject(new Error('Inappropriate ioctl for device, cannot set'));
  };
  expect((await opened({ rts: false })).values).toHaveLength(1);
});

test('a wrong address is refused before the module is loaded', () => {
  const machine = { ...workbench().serial.machine, load: () => throwError(() => new Error('loaded')) };
  const seen = watch(serialBus(machine).connect({ path: PATH, baudRate: 9_600, colour: 'red' }, new Memory()));
  expect(seen.ends[0]).toMatch(/^config: serial address: there is no "colour"/);
});

test.each([
  ['Error: No such file or directory, cannot open /dev/x', `not-found: there is no ${PATH}`],
  ['Error: No such device or address, cannot open /dev/x', `not-found: there is no hardware behind ${PATH}`],
  ['Error: Input/output error, cannot open /dev/x', `not-found: there is no hardware behind ${PATH}`],
  ['Error: Inappropriate ioctl for device setting custom baud rate of 9600', `config: ${PATH} is not a serial port`],
  ['Error: Is a directory, cannot open /tmp', `config: ${PATH} is not a serial port`],
  ['Error: Something else', `protocol: ${PATH}: Error: Something else`],
  [
    'Error Resource temporarily unavailable Cannot lock port',
    `busy: ${PATH} is busy: another program holds it (LCDd, lcd4linux, ModemManager?): ` +
      `"sudo fuser -v ${PATH}" names it`,
  ],
])('"%s"', async (refusal, words) => {
  const { serial, connect } = workbench();
  serial.refusals.push(refusal);
  const { ends } = connect();
  await pass(0);
  expect(ends).toEqual([words]);
  // It is not in the way of the next.
  expect((await workbench().opened()).values).toHaveLength(1);
});

test('busy names who holds it, where that can be seen', async () => {
  const { serial, connect } = workbench();
  serial.refusals.push('Error: Device or resource busy, cannot open', 'Cannot lock port');
  serial.held = ['LCDd (812)'];
  const one = connect();
  await pass(0);
  serial.held = ['LCDd (812)', 'minicom (9)'];
  const two = connect();
  await pass(0);
  expect(one.ends).toEqual([`busy: ${PATH} is busy: LCDd (812) holds it`]);
  expect(two.ends).toEqual([`busy: ${PATH} is busy: LCDd (812) and minicom (9) hold it`]);
});

test('no permission names the cure, but not before udev has had its time', async () => {
  const { serial, connect } = workbench();
  const refusal = 'Error: Permission denied, cannot open /dev/ttyUSB0';
  serial.refusals.push(...Array(4).fill(refusal));
  const { ends } = connect();
  await pass(1_749);
  expect(ends).toEqual([]);
  await pass(1);
  expect(ends).toEqual([
    `permission: no permission to open ${PATH}; "sudo usermod -aG dialout $USER", then log out and in again`,
  ]);
});

test('a port that udev gives to its group a moment later is opened', async () => {
  const { serial, connect } = workbench();
  serial.refusals.push('Error: Permission denied, cannot open /dev/ttyUSB0');
  const { values } = connect();
  await pass(250);
  expect(values).toHaveLength(1);
});

test('a port that belongs to root only needs another cure', async () => {
  const { serial, connect } = workbench();
  serial.refusals.push(...Array(4).fill('Error: Permission denied'));
  serial.groupName = 'root';
  const { ends } = connect();
  await pass(5_000);
  expect(ends).toEqual([
    `permission: no permission to open ${PATH}; it belongs to root only: ` +
      `"sudo chgrp dialout ${PATH}; sudo chmod g+rw ${PATH}"`,
  ]);
});

test('without a name no port is taken, whatever is plugged in: an emulated display may do', async () => {
  const { serial, connect } = workbench();
  expect(connect({ path: undefined }).ends).toEqual(['not-found: no serial port is named: device: /dev/ttyUSB0']);
  serial.plug('/dev/ttyUSB1', { ...HUB, stable: '/dev/serial/by-id/usb-FTDI-A1' });
  expect(connect({ path: undefined }).ends).toEqual([
    'not-found: no serial port is named: device: /dev/serial/by-id/usb-FTDI-A1',
  ]);
});

test('the only adapter that is attached', async () => {
  const { serial, connect, opened } = workbench();
  const attached = { path: undefined, attached: true };
  serial.plug('/dev/ttyS0', {});
  expect(connect(attached).ends).toEqual(['not-found: no serial adapter is plugged in']);
  serial.plug('/dev/ttyUSB4', HUB);
  expect((await opened(attached)).port.options.path).toBe('/dev/ttyUSB4');
  serial.plug('/dev/ttyACM0', { vendorId: 1, productId: 2, stable: '/dev/serial/by-id/two' });
  expect(connect(attached).ends).toEqual([
    'config: 2 serial ports match; choose one: device: /dev/ttyUSB4 or /dev/serial/by-id/two',
  ]);
});

test('by serial number, and by the ids that a driver knows', async () => {
  const { serial, connect, opened } = workbench();
  serial.plug('/dev/ttyUSB1', HUB);
  serial.plug('/dev/ttyUSB2', { ...HUB, serial: 'B2' });
  serial.plug('/dev/ttyACM0', { vendorId: 0x10c4, productId: 0xea60 });
  const by = (address: object) => ({ path: undefined, ...address });
  expect((await opened(by({ serial: 'B2' }))).port.options.path).toBe('/dev/ttyUSB2');
  expect((await opened(by({ vendorId: 0x10c4 }))).port.options.path).toBe('/dev/ttyACM0');
  const ids = { vendorId: 0x0403, productId: 0x6001 };
  expect((await opened(by(ids))).port.options.path).toBe('/dev/ttyUSB1');
  const taken = connect(by(ids));
  expect(taken.ends).toEqual(['busy: /dev/ttyUSB1 is in use by another display']);
  expect(connect(by({ serial: 'C3' })).ends).toEqual(['not-found: no serial adapter with serial C3 is plugged in']);
  expect(connect(by({ vendorId: 0x1234, productId: 0xa })).ends).toEqual([
    'not-found: no serial adapter 1234:000a is plugged in',
  ]);
});

test('two ports of one adapter have one serial number: a path must tell them apart', () => {
  const { serial, connect } = workbench();
  serial.plug('/dev/ttyUSB1', HUB);
  serial.plug('/dev/ttyUSB2', HUB);
  expect(connect({ path: undefined, serial: 'A1' }).ends).toEqual([
    'config: 2 serial ports match; choose one: device: /dev/ttyUSB1 or /dev/ttyUSB2',
  ]);
});

test('nothing is there', () => {
  const { serial, connect } = workbench();
  serial.unplug(PATH);
  expect(connect().ends).toEqual([`not-found: there is no ${PATH}`]);
});

test('the list has every port, for people and for addresses', () => {
  const { serial, bus } = workbench();
  serial.plug('/dev/ttyS0', {});
  serial.plug('/dev/ttyUSB1', { ...HUB, stable: '/dev/serial/by-id/usb-FTDI-A1', manufacturer: 'FTDI' });
  expect(watch(bus.list!()).values).toEqual([
    [
      { bus: 'serial', address: { path: '/dev/ttyS0' }, label: '/dev/ttyS0' },
      {
        bus: 'serial',
        address: { path: '/dev/serial/by-id/usb-FTDI-A1', vendorId: 0x0403, productId: 0x6001, serial: 'A1' },
        label: '/dev/ttyUSB1 0403:6001 FTDI FT232R serial A1',
      },
    ],
  ]);
});

test('packets that are submitted before anybody has opened the port are none', async () => {
  const { opened } = workbench();
  const { transport, port } = await opened();
  watch(transport.submit(packet(1)));
  await pass(5);
  expect(port.wire).toEqual([1]);
});
