import { blankFrame, type DeviceEmulator, type EmulatedDevice, type UsbDescriptors } from '@lcdflow/core';
import { concat, type Observable, Subject, type Subscription, throwError } from 'rxjs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answersIn, bytes, control, devlist, hex, importOf, out, read, unlink } from '../../test/usbip-client.ts';
import type { Behaviour } from '../behaviours/index.ts';
import { stall, unplug } from '../behaviours/index.ts';
import { joined } from './bytes.ts';
import { conversation, type LendingEvent } from './conversation.ts';
import { Lending } from './lending.ts';

const USB: UsbDescriptors = {
  device: bytes('12 01 00 02 00 00 00 08 d8 04 02 c0 34 12 01 02 03 01'),
  configuration: bytes(`09 02 29 00 01 01 00 a0 32 09 04 00 00 02 03 00 00 00
    09 21 01 01 00 01 22 05 00 07 05 81 03 40 00 01 07 05 01 03 40 00 0a`),
  strings: ['maker', 'panel', 'S'],
  report: bytes('06 00 ff 09 01'),
};

let received: string[];

/** Answers f1 with its version and keeps everything else. */
const emulator: DeviceEmulator = {
  ...{ driver: 'some', model: 'panel', bus: 'usb', interval: 8, usb: USB },
  explain: () => '',
  powerUp: (): EmulatedDevice => ({
    receive: (packet) => {
      received.push(hex(packet));
      return packet[0] === 0xf1 ? { answers: [bytes('f1 00 01')] } : {};
    },
    press: (_key, pressed) => [Uint8Array.of(0x11, pressed ? 5 : 0, 0)],
    glass: () => blankFrame({ width: 1, height: 1 }),
    controls: () => ({}),
  }),
};

interface Client {
  readonly events: LendingEvent[];
  say(...messages: readonly Uint8Array[]): void;
  /** What has come since the last time. */
  heard(): readonly string[];
  /** The other end closes the connection. */
  close(): void;
  readonly log: string[];
  readonly conversation: Subscription;
}

let running: Subscription[] = [];

function meet(lendings: readonly Lending[]): Client {
  const chunks = new Subject<Uint8Array>();
  const sent: Uint8Array[] = [];
  const events: LendingEvent[] = [];
  const log: string[] = [];
  const said = (message: string): void => void log.push(message);
  const logger = { debug: () => {}, info: said, warn: said, error: said };
  const connection = {
    peer: 'them',
    received: chunks as Observable<Uint8Array>,
    send: (more: Uint8Array) => void sent.push(more),
  };
  const subscription = conversation(connection, lendings, logger).subscribe((event) => events.push(event));
  running.push(subscription);
  return {
    ...{ events, log, conversation: subscription },
    say: (...messages) => chunks.next(joined(...messages)),
    heard: () => answersIn(joined(...sent.splice(0))),
    close: () => chunks.complete(),
  };
}

const lending = (...behaviours: readonly Behaviour[]) => new Lending({ emulator, behaviours }, 1);

/** A client that has the device, configured. */
function owner(...behaviours: readonly Behaviour[]): Client {
  const client = meet([lending(...behaviours)]);
  client.say(importOf('1-1'));
  expect(client.heard()).toEqual(['import 0']);
  return client;
}
const panelOf = ({ events }: Client) => {
  const [event] = events;
  if (event?.kind !== 'imported') throw new Error('not imported');
  return event.panel;
};

beforeEach(() => {
  received = [];
  running = [];
  vi.useFakeTimers();
});
afterEach(() => {
  for (const subscription of running) subscription.unsubscribe();
  vi.useRealTimers();
});
const pass = (ms: number): void => void vi.advanceTimersByTime(ms);

test('the list, and a device from it', () => {
  const client = meet([lending(), new Lending({ emulator, serial: 'T' }, 2)]);
  client.say(devlist());
  client.say(importOf('1-2'));
  expect(client.heard()).toEqual(['devlist 2', 'import 0']);
  expect(client.events).toMatchObject([{ kind: 'imported', busid: '1-2', peer: 'them' }]);
});

test('a device that is not there, and one that another has', () => {
  const lendings = [lending()];
  const [first, second, third] = [meet(lendings), meet(lendings), meet(lendings)];
  first.say(importOf('1-1'));
  second.say(importOf('1-1'));
  third.say(importOf('1-7'));
  expect([first, second, third].map((client) => client.heard())).toEqual([['import 0'], ['import 2'], ['import 4']]);
  expect([second.conversation.closed, third.conversation.closed]).toEqual([true, true]);
  first.close();
  const fourth = meet(lendings);
  fourth.say(importOf('1-1'));
  expect(fourth.heard()).toEqual(['import 0']);
});

test.each([
  ['the device descriptor', '80 06 00 01 00 00 40 00', `0 18: ${hex(USB.device)}`],
  ['its first 8 bytes', '80 06 00 01 00 00 08 00', `0 8: ${hex(USB.device.slice(0, 8))}`],
  ['the configuration', '80 06 00 02 00 00 ff 00', `0 41: ${hex(USB.configuration)}`],
  ['another configuration', '80 06 01 02 00 00 ff 00', '-32 0'],
  ['languages', '80 06 00 03 00 00 ff 00', '0 4: 04 03 09 04'],
  ['serial number', '80 06 03 03 09 04 ff 00', '0 4: 04 03 53 00'],
  ['a string that is not there', '80 06 04 03 09 04 ff 00', '-32 0'],
  ['a qualifier, which no full-speed device has', '80 06 00 06 00 00 0a 00', '-32 0'],
  ['the HID descriptor', '81 06 00 21 00 00 09 00', '0 9: 09 21 01 01 00 01 22 05 00'],
  ['the report descriptor', '81 06 00 22 00 00 ff 01', '0 5: 06 00 ff 09 01'],
  ['status of the device', '80 00 00 00 00 00 02 00', '0 2: 00 00'],
  ['status of the interface', '81 00 00 00 00 00 02 00', '0 2: 00 00'],
  ['status of an endpoint', '82 00 00 00 81 00 02 00', '0 2: 00 00'],
  ['status of an endpoint that is not there', '82 00 00 00 83 00 02 00', '-32 0'],
  ['which configuration', '80 08 00 00 00 00 01 00', '0 1: 00'],
  ['set configuration', '00 09 01 00 00 00 00 00', '0 0'],
  ['set a configuration that is not there', '00 09 02 00 00 00 00 00', '-32 0'],
  ['set interface', '01 0b 00 00 00 00 00 00', '0 0'],
  ['an alternate setting that is not there', '01 0b 01 00 00 00 00 00', '-32 0'],
  ['set idle', '21 0a 00 00 00 00 00 00', '0 0'],
  ['get idle', 'a1 02 00 00 00 00 01 00', '0 1: 00'],
  ['a report that has not come', 'a1 01 11 01 00 00 40 00', '-32 0'],
  ['something of a vendor', 'c0 33 00 00 00 00 02 00', '-32 0'],
])('endpoint 0: %s', (_, setup, answer) => {
  const client = owner();
  client.say(control(1, setup));
  expect(client.heard()).toEqual([`#1 ${answer}`]);
});

test('reports on endpoint 0: SET_REPORT is a packet at once, GET_REPORT the last that came', () => {
  const client = owner();
  client.say(control(2, '21 09 91 02 00 00 02 00', bytes('91 80')));
  client.say(control(4, '21 09 f1 02 00 00 02 00', bytes('f1 00')), read(5), control(7, 'a1 01 f1 01 00 00 40 00'));
  expect(client.heard()).toEqual(['#2 0 2', '#4 0 2', '#5 0 3: f1 00 01', '#7 0 3: f1 00 01']);
  expect(received).toEqual(['91 80', 'f1 00']);
});

test('OUT: one transfer for each service interval, in order', () => {
  const client = owner();
  client.say(out(2, bytes('94 01')), out(4, bytes('94 02')), out(6, bytes('94 03')));
  pass(7);
  expect(client.heard()).toEqual([]);
  pass(1);
  expect(client.heard()).toEqual(['#2 0 2']);
  pass(16);
  expect(client.heard()).toEqual(['#4 0 2', '#6 0 2']);
  expect(received).toEqual(['94 01', '94 02', '94 03']);
});

test('OUT: more than a packet goes in several', () => {
  const client = owner();
  client.say(out(2, new Uint8Array(130)));
  pass(23);
  expect(client.heard()).toEqual([]);
  pass(1);
  expect(client.heard()).toEqual(['#2 0 130']);
  expect(received.map((packet) => packet.split(' ').length)).toEqual([64, 64, 2]);
});

test('IN: pending until the device has something, in order; what comes before waits', () => {
  const client = owner();
  client.say(read(1), read(3));
  pass(1_000);
  expect(client.heard()).toEqual([]);
  panelOf(client).press('up', true);
  panelOf(client).press('up', false);
  panelOf(client).press('up', true);
  expect(client.heard()).toEqual(['#1 0 3: 11 05 00', '#3 0 3: 11 00 00']);
  client.say(read(5));
  expect(client.heard()).toEqual(['#5 0 3: 11 05 00']);
});

test('IN: more than there is room for is an overflow', () => {
  const client = owner();
  client.say(read(1, 2));
  panelOf(client).press('up', true);
  expect(client.heard()).toEqual(['#1 -75 2: 11 05']);
});

test('a question: the answer comes when the packet has gone', () => {
  const client = owner();
  client.say(read(1), out(2, bytes('f1 00')));
  pass(8);
  expect(client.heard()).toEqual(['#2 0 2', '#1 0 3: f1 00 01']);
});

test('unlink: what is pending is taken back and never answered, what has ended is not', () => {
  const client = owner();
  client.say(out(2, bytes('94 01')), out(4, bytes('94 02')), read(5), unlink(6, 4), unlink(8, 5));
  expect(client.heard()).toEqual(['unlink #6 -104', 'unlink #8 -104']);
  pass(50);
  client.say(unlink(10, 2));
  panelOf(client).press('up', true);
  expect(client.heard()).toEqual(['#2 0 2', 'unlink #10 0']);
  expect(received).toEqual(['94 01']);
});

test('a stall halts the endpoint until the computer clears it', () => {
  const client = owner(stall({ at: [2] }));
  client.say(out(2, bytes('94 01')), out(4, bytes('94 02')), out(6, bytes('94 03')));
  pass(24);
  client.say(control(7, '82 00 00 00 01 00 02 00'), control(8, '02 01 00 00 01 00 00 00'), out(10, bytes('94 04')));
  pass(8);
  expect(client.heard()).toEqual(['#2 0 2', '#4 -32 0', '#6 -32 0', '#7 0 2: 01 00', '#8 0 0', '#10 0 2']);
  expect(received).toEqual(['94 01', '94 04']);
});

test('an endpoint that the computer halts', () => {
  const client = owner();
  client.say(control(2, '02 03 00 00 81 00 00 00'), read(1), control(4, '02 01 00 00 81 00 00 00'), read(3));
  panelOf(client).press('up', true);
  expect(client.heard()).toEqual(['#2 0 0', '#1 -32 0', '#4 0 0', '#3 0 3: 11 05 00']);
});

test('closing the connection unplugs; the next owner finds a device that was just powered up', () => {
  const lendings = [lending()];
  const first = meet(lendings);
  first.say(importOf('1-1'), out(2, bytes('94 01')));
  const panel = panelOf(first);
  first.close();
  expect(first.events.map(({ kind }) => kind)).toEqual(['imported', 'released']);
  expect(first.log).toEqual([]);
  pass(50);
  expect(received).toEqual([]);
  const second = meet(lendings);
  second.say(importOf('1-1'));
  expect(panelOf(second)).not.toBe(panel);
});

test.each([
  ['by hand', (client: Client) => panelOf(client).unplug()],
  ['by a behaviour', (client: Client) => client.say(out(2, bytes('94 01')), out(4, bytes('94 02')))],
])('a device that is unplugged %s closes the connection', (_, act) => {
  const client = owner(unplug({ at: [2] }));
  act(client);
  pass(16);
  expect(client.events.map(({ kind }) => kind)).toEqual(['imported', 'released']);
  expect(client.conversation.closed).toBe(true);
});

test('when nobody serves any more the device is unplugged and no timer is left', () => {
  const client = owner();
  client.say(out(2, bytes('94 01')), read(1));
  client.conversation.unsubscribe();
  expect(vi.getTimerCount()).toBe(0);
  expect(received).toEqual([]);
});

test.each([
  ['text', new TextEncoder().encode('GET / HTTP/1.1\r\n\r\n')],
  ['another version', bytes('01 06 80 05 00 00 00 00')],
  ['an answer', bytes('01 11 00 05 00 00 00 00')],
])('garbage ends the conversation: %s', (_, message) => {
  const client = meet([lending()]);
  client.say(message);
  expect(client.conversation.closed).toBe(true);
  expect(client.log).toEqual([expect.stringMatching(/^usbip them: this is no USB\/IP: /)]);
});

test.each([
  ['no command', bytes(`00 00 00 07 ${'00 '.repeat(44)}`)],
  ['a huge transfer', bytes(`00 00 00 01 ${'00 '.repeat(20)} 7f ff ff ff ${'00 '.repeat(20)}`)],
])('garbage behind an import unplugs: %s', (_, message) => {
  const client = owner();
  client.say(message);
  expect(client.events.map(({ kind }) => kind)).toEqual(['imported', 'released']);
});

test('errors of a connection are told, too', () => {
  const failed = { peer: 'them', received: concat(throwError(() => new Error('reset'))), send: () => {} };
  const warn = vi.fn();
  conversation(failed, [], { debug: warn, info: warn, warn, error: warn }).subscribe();
  expect(warn).toHaveBeenCalledWith('usbip them: reset');
});
