import { config, merge } from 'rxjs';
import { expect, onTestFinished, test } from 'vitest';
import { packet, pass, shown, virtualTime, watch, workbench } from '../test/bench.ts';

virtualTime();

const several = (transport: ReturnType<ReturnType<typeof workbench>['opened']>['transport'], ...bytes: number[]) =>
  watch(merge(...bytes.map((byte) => transport.submit(packet(byte)))));

test('a packet goes on subscription, emits once and completes', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { transport } = opened();
  const submitted = transport.submit(packet(1, 2, 3));
  pass(100);
  expect(device.wire).toEqual([]);

  const seen = watch(submitted);
  pass(7);
  expect(seen.values).toEqual([]);
  pass(1);
  expect(seen.values).toEqual([{ packet: packet(1, 2, 3), bytes: 3 }]);
  expect(seen.ends).toEqual(['|']);
  expect(shown(device.wire)).toBe('01 02 03');
});

test('what the caller writes into its buffer right after submit does not reach the wire', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { transport } = opened();
  const buffer = packet(1, 2, 3);
  const submitted = transport.submit(buffer);
  buffer.fill(9);
  const seen = watch(submitted);
  buffer.fill(8);
  pass(8);
  expect(shown(device.wire)).toBe('01 02 03');
  expect(seen.values).toEqual([{ packet: packet(1, 2, 3), bytes: 3 }]);
});

test('two are with the device at once, and go in order', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { transport } = opened();
  several(transport, 1, 2);
  expect(device.pending(0x01)).toBe(2);
  pass(16);
  expect(shown(device.wire)).toBe('01, 02');
});

test('leaving takes the packet back; its callback still comes and hurts nobody', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { transport, ends } = opened();
  const first = watch(transport.submit(packet(1)));
  const second = watch(transport.submit(packet(2)));
  first.subscription.unsubscribe();
  expect(device.pending(0x01)).toBe(2);
  pass(100);
  expect(device.pending(0x01)).toBe(0);
  expect(shown(device.wire)).toBe('02');
  expect([first.ends, second.ends, ends]).toEqual([[], ['|'], []]);
});

test('a packet the device does not take is cancelled when its time is up', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { transport, ends } = opened();
  device.answers.push('silence');
  const seen = watch(transport.submit(packet(1)));
  pass(2_019);
  expect(seen.ends).toEqual([]);
  pass(1);
  expect(seen.ends).toEqual(['timeout: usb 04d8:c002 has not taken a packet within 2000 ms']);
  expect(ends).toEqual([]);
});

test('the time of a packet is an option', () => {
  const { usb, opened } = workbench({ timeout: 150 });
  usb.plug().answers.push('silence');
  const seen = watch(opened().transport.submit(packet(1)));
  pass(170);
  expect(seen.ends).toEqual(['timeout: usb 04d8:c002 has not taken a packet within 150 ms']);
});

test('a packet that goes while it is being cancelled has gone', () => {
  const { usb, opened } = workbench({ timeout: 5 });
  const device = usb.plug();
  device.unstoppable = true;
  const seen = watch(opened().transport.submit(packet(1)));
  pass(8);
  expect(seen.ends).toEqual(['|']);
  expect(shown(device.wire)).toBe('01');
});

test('a transfer that cannot even be cancelled errors all the same', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  device.cancelling = Number.POSITIVE_INFINITY;
  device.answers.push('silence');
  const seen = watch(opened().transport.submit(packet(1)));
  pass(2_499);
  expect(seen.ends).toEqual([]);
  pass(1);
  expect(seen.ends).toEqual(['timeout: usb 04d8:c002 has not taken a packet within 2000 ms']);
});

test('a callback that comes after the timeout was told changes nothing', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  device.cancelling = 700;
  device.answers.push('silence');
  const { transport, ends } = opened();
  const seen = watch(transport.submit(packet(1)));
  pass(10_000);
  expect(seen.ends).toHaveLength(1);
  expect(device.pending(0x01)).toBe(0);
  const next = watch(transport.submit(packet(2)));
  pass(8);
  expect([next.ends, ends]).toEqual([['|'], []]);
});

test('a short write is an error', () => {
  const { usb, opened } = workbench();
  usb.plug().answers.push('short');
  const seen = watch(opened().transport.submit(packet(1, 2, 3, 4)));
  pass(8);
  expect(seen.ends).toEqual(['protocol: usb 04d8:c002 took 2 of 4 bytes']);
});

test('an unknown status is an error', () => {
  const { usb, opened } = workbench();
  usb.plug().answers.push('odd');
  const seen = watch(opened().transport.submit(packet(1)));
  pass(8);
  expect(seen.ends).toEqual(['disconnected: usb 04d8:c002: the transfer failed with status 9']);
});

test('a refused submit is an error of that packet; the next has a fresh transfer', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { transport, ends } = opened();
  device.refuses.submit = -11;
  expect(watch(transport.submit(packet(1))).ends).toEqual([
    'disconnected: usb 04d8:c002 cannot be used now: LIBUSB -11',
  ]);
  device.refuses.submit = undefined as never;
  const next = watch(transport.submit(packet(2)));
  pass(8);
  expect([next.ends, ends]).toEqual([['|'], []]);
});

test('the next packet may be submitted from the completion of the one before', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { transport } = opened();
  const seen: number[] = [];
  transport.submit(packet(1)).subscribe(() => {
    transport.submit(packet(2)).subscribe(({ bytes }) => seen.push(bytes));
  });
  pass(16);
  expect(seen).toEqual([1]);
  expect(shown(device.wire)).toBe('01, 02');
});

test('what a subscriber throws on completion does not vanish, and the queue goes on', () => {
  const unhandled: unknown[] = [];
  config.onUnhandledError = (error) => void unhandled.push(error);
  onTestFinished(() => {
    config.onUnhandledError = null;
  });
  const { usb, opened } = workbench();
  usb.plug();
  const { transport } = opened();
  transport.submit(packet(1)).subscribe(() => {
    throw new Error('in a subscriber');
  });
  pass(9);
  expect(usb.swallowed).toEqual([]);
  expect(unhandled).toEqual([new Error('in a subscriber')]);

  const next = watch(transport.submit(packet(2)));
  pass(8);
  expect(next.ends).toEqual(['|']);
});

test('after the connection is closed nothing can be submitted', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { transport, close } = opened();
  const waiting = watch(transport.submit(packet(1)));
  close();
  expect(waiting.ends).toEqual(['disconnected: the connection is closed']);
  expect(watch(transport.submit(packet(2))).ends).toEqual(['disconnected: the connection is closed']);
  pass(1_000);
  expect(device.isOpen).toBe(false);
});
