import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { pass, virtualTime, watch } from '../test/bench.ts';
import { FakeUsb } from '../test/fake-usb.ts';
import { Flights } from './flights.ts';
import type { LibusbFailure, TransferCallback } from './usb-module.ts';

virtualTime();

function aloft() {
  const usb = new FakeUsb();
  const device = usb.plug();
  device.open();
  const claimed = device.interface(0);
  claimed.claim();
  return { usb, device, endpoint: claimed.endpoint(0x01)!, flights: new Flights() };
}

test('with nothing under way it is idle at once', () => {
  expect(watch(new Flights().idle).ends).toEqual(['|']);
});

test('idle waits for the last callback, cancelled or not', () => {
  const { device, endpoint, flights } = aloft();
  device.answers.push('silence');
  const landed: number[] = [];
  flights.begin(endpoint, Buffer.of(1), ({ status }) => landed.push(status));
  const second = flights.begin(endpoint, Buffer.of(2), ({ status }) => landed.push(status));
  const idle = watch(flights.idle);
  second.cancel();
  pass(20);
  expect([landed, idle.ends]).toEqual([[3], []]);
  flights.ground();
  pass(19);
  expect(idle.ends).toEqual([]);
  pass(1);
  expect([landed, idle.ends]).toEqual([[3, 3], ['|']]);
});

test('idle waits for errands, too', () => {
  const { endpoint, flights } = aloft();
  watch(flights.errand((done) => endpoint.clearHalt(done))).subscription.unsubscribe();
  const idle = watch(flights.idle);
  expect(flights.busy).toBe(true);
  pass(5);
  expect([flights.busy, idle.ends]).toEqual([false, ['|']]);
});

test('grounded, nothing is begun any more', () => {
  const { endpoint, flights } = aloft();
  flights.ground();
  expect(() => flights.begin(endpoint, Buffer.of(1), () => undefined)).toThrow('the connection is closed');
});

test('a refused submit throws and is not waited for', () => {
  const { device, endpoint, flights } = aloft();
  device.refuses.submit = -1;
  expect(() => flights.begin(endpoint, Buffer.of(1), () => undefined)).toThrow('LIBUSB -1');
  expect(flights.busy).toBe(false);
});

/** An endpoint that keeps the callbacks of its transfers, as the module does, and is told how they end. */
function held() {
  const callbacks: ((error: { errno: number } | undefined) => void)[] = [];
  const transfers: { submit: ReturnType<typeof vi.fn>; cancel: ReturnType<typeof vi.fn> }[] = [];
  const endpoint = {
    makeTransfer: (_timeout: number, done: TransferCallback) => {
      callbacks.push((error) => done(error as LibusbFailure | undefined, Buffer.of(), 1));
      const transfer = { submit: vi.fn(), cancel: vi.fn(() => true) };
      transfers.push(transfer);
      return transfer;
    },
  };
  return { endpoint, callbacks, transfers };
}

test('a transfer that has landed well flies again, also from its own landing; one that has not is thrown away', () => {
  const { endpoint, callbacks, transfers } = held();
  const flights = new Flights();
  const statuses: number[] = [];
  flights.begin(endpoint, Buffer.of(1), ({ status }) => {
    statuses.push(status);
    flights.begin(endpoint, Buffer.of(2), (outcome) => statuses.push(outcome.status));
  });
  callbacks[0]!(undefined);
  expect([transfers.length, flights.busy]).toEqual([1, true]);
  callbacks[0]!({ errno: 4 });
  flights.begin(endpoint, Buffer.of(3), () => undefined);
  expect([transfers.length, statuses]).toEqual([2, [0, 4]]);
});

test('cancelling a flight does nothing to the next one of its transfer', () => {
  const { endpoint, callbacks, transfers } = held();
  const flights = new Flights();
  const first = flights.begin(endpoint, Buffer.of(1), () => undefined);
  callbacks[0]!(undefined);
  const second = flights.begin(endpoint, Buffer.of(2), () => undefined);
  first.cancel();
  expect(transfers[0]!.cancel).not.toHaveBeenCalled();
  second.cancel();
  expect(transfers[0]!.cancel).toHaveBeenCalledTimes(1);
});

test('what is not needed any more can be collected, though the module holds its callback', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  vi.useRealTimers();
  const { endpoint, callbacks, transfers } = held();
  const open = () => {
    const flights = new Flights();
    flights.begin(endpoint, Buffer.of(1), () => undefined);
    callbacks[0]!(undefined);
    return new WeakRef(flights);
  };
  const flights = open();
  transfers.length = 0;
  for (let turn = 0; turn < 10 && flights.deref(); turn++) {
    await new Promise((done) => setImmediate(done));
    collect();
  }
  expect(flights.deref()).toBeUndefined();
  expect(callbacks.length).toBe(1);
});

test('cancelling what has landed does nothing, and cancelling that throws is quiet', () => {
  const { endpoint, flights } = aloft();
  const cancel = vi.fn(() => {
    throw new Error('no such device');
  });
  let callback: () => void = () => undefined;
  const deaf = {
    ...endpoint,
    makeTransfer: (_timeout: number, done: (error: undefined, buffer: Buffer, bytes: number) => void) => {
      callback = () => done(undefined, Buffer.of(), 0);
      return { submit: () => undefined, cancel };
    },
  };
  const flight = flights.begin(deaf, Buffer.of(1), () => undefined);
  flight.cancel();
  callback();
  flight.cancel();
  expect(cancel).toHaveBeenCalledTimes(1);
});

test('what is thrown on landing is thrown again outside of the callback, and idle still comes', () => {
  const later = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => undefined);
  const { usb, endpoint, flights } = aloft();
  flights.begin(endpoint, Buffer.of(1), () => {
    throw new Error('on landing');
  });
  const idle = watch(flights.idle);
  pass(8);
  expect(usb.swallowed).toEqual([]);
  expect(later.mock.calls.length).toBe(1);
  expect(later.mock.calls[0]![0]).toThrow('on landing');
  expect(idle.ends).toEqual(['|']);
});
