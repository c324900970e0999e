import { blankFrame, type DeviceEmulator, type UsbDescriptors } from '@lcdflow/core';
import { Subject } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answersIn, bytes, control, hex, unlink } from '../../test/usbip-client.ts';
import { type Behaviour, type BusReaction, completeLate, stall } from '../behaviours/index.ts';
import { emulate } from '../emulate.ts';
import { Stalled } from '../stalled.ts';
import { joined } from './bytes.ts';
import { COMMAND_HEADER, decodeCommand } from './commands.ts';
import { takesRequests } from './descriptors.ts';
import type { Command } from './requests.ts';
import { transfers } from './transfers.ts';

/** A device without any endpoint but number 0. */
const USB: UsbDescriptors = {
  device: bytes('12 01 10 01 ff 00 00 08 03 04 30 c6 09 01 01 02 00 01'),
  configuration: bytes('09 02 12 00 01 01 00 80 26 09 04 00 00 00 00 00 00 00'),
  strings: ['maker', 'panel'],
};
const VERSION = 'c0 80 00 00 00 00 02 00';

let received: string[];
beforeEach(() => {
  received = [];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

/** Answers 80 with its version, refuses e0, is silent about everything else. */
const emulator: DeviceEmulator = {
  ...{ driver: 'some', model: 'panel', bus: 'usb', interval: 2, usb: USB },
  explain: () => '',
  powerUp: () => ({
    receive: (packet): BusReaction => {
      received.push(hex(packet));
      if (packet[1] === 0x80) return { answers: [joined(packet, bytes('01 09'))] };
      return packet[1] === 0xe0 ? { stalled: true } : {};
    },
    press: () => [],
    glass: () => blankFrame({ width: 1, height: 1 }),
    controls: () => ({}),
  }),
};

function computer(...behaviours: readonly Behaviour[]) {
  const panel = emulate(emulator, { behaviours });
  const commands = new Subject<Command>();
  const answers: Uint8Array[] = [];
  transfers(commands, USB, panel.endpoints).subscribe((answer) => answers.push(answer));
  const say = (...messages: readonly Uint8Array[]) => {
    for (const message of messages)
      commands.next(decodeCommand(message.slice(0, COMMAND_HEADER), message.slice(COMMAND_HEADER))!);
  };
  return { say, heard: () => answersIn(joined(...answers.splice(0))), panel };
}
const pass = (ms: number): void => void vi.advanceTimersByTime(ms);

test('a request is a packet, in its service interval and in order', () => {
  const { say, heard } = computer();
  say(control(2, '40 2a 0c 06 01 00 00 00'), control(4, '40 33 00 00 00 00 02 00', bytes('0a 0b')));
  pass(1);
  expect(heard()).toEqual([]);
  pass(1);
  expect(heard()).toEqual(['#2 0 0']);
  pass(2);
  expect(heard()).toEqual(['#4 0 2']);
  expect(received).toEqual(['40 2a 0c 06 01 00 00 00', '40 33 00 00 00 00 02 00 0a 0b']);
});

test('what is asked for is the answer without its SETUP packet, cut to what there is room for', () => {
  const { say, heard } = computer();
  say(control(1, VERSION), control(3, 'c0 80 00 00 00 00 01 00'));
  pass(5);
  expect(heard()).toEqual(['#1 0 2: 01 09', '#3 -75 1: 01']);
});

test('a question without an answer is refused, and the next one is not confused', () => {
  const { say, heard } = computer();
  say(control(1, 'c0 90 00 00 00 00 02 00'), control(3, VERSION));
  pass(5);
  expect(heard()).toEqual(['#1 -32 0', '#3 0 2: 01 09']);
});

test('a stall refuses one request and halts nothing', () => {
  const { say, heard, panel } = computer(stall({ at: [2] }));
  say(control(2, '40 e0 00 00 00 00 00 00'), control(4, '40 2a 0c 06 01 00 00 00'), control(5, VERSION));
  pass(10);
  expect(heard()).toEqual(['#2 -32 0', '#4 -32 0', '#5 0 2: 01 09']);
  expect(panel.endpoints.halted).toBe(false);
});

test('a completion that is told late comes behind its answer', () => {
  const { say, heard } = computer(completeLate({ at: [1], ms: 50 }));
  say(control(1, VERSION));
  pass(3);
  expect(heard()).toEqual(['#1 0 2: 01 09']);
});

test('a request that is taken back is never answered', () => {
  const { say, heard } = computer();
  say(control(1, VERSION), unlink(2, 1));
  pass(50);
  expect([heard(), received]).toEqual([['unlink #2 -104'], []]);
});

test('requests that are no vendor ones are answered as for every device, at once', () => {
  const { say, heard } = computer();
  say(
    control(1, '80 06 00 01 00 00 08 00'),
    control(2, '00 09 01 00 00 00 00 00'),
    control(4, '21 0a 00 00 00 00 00 00'),
  );
  expect(heard()).toEqual(['#1 0 8: 12 01 10 01 ff 00 00 08', '#2 0 0', '#4 0 0']);
  expect(received).toEqual([]);
});

test('devices with another endpoint that takes packets refuse vendor requests', () => {
  const configuration = bytes('09 02 19 00 01 01 00 a0 32 09 04 00 00 01 03 00 00 00 07 05 01 03 40 00 0a');
  expect([takesRequests(USB), takesRequests({ ...USB, configuration }), takesRequests(undefined)]).toEqual([
    true,
    false,
    false,
  ]);
});

test('a driver sees the stall of a request at once, without a second try', () => {
  vi.useRealTimers();
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(({ expectObservable, flush }) => {
    const { transport } = emulate(emulator);
    expectObservable(transport.submit(bytes('40 e0 00 00 00 00 00 00'))).toBe('2ms #', undefined, new Stalled());
    expectObservable(transport.incoming, '^ 50ms !').toBe('4ms a', { a: bytes(`${VERSION} 01 09`) });
    expectObservable(transport.submit(bytes(VERSION))).toBe('4ms (a|)', { a: { packet: bytes(VERSION), bytes: 8 } });
    flush();
  });
});
