import { finalize, merge } from 'rxjs';
import { expect, test, vi } from 'vitest';
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

test('a stall is cleared outside of the callback and the packet goes again', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  device.answers.push('stall');
  const seen = watch(opened().transport.submit(packet(1)));
  pass(100);
  expect(seen.ends).toEqual(['|']);
  expect(shown(device.wire)).toBe('01');
  expect(device.calls.filter((call) => call.startsWith('clearHalt'))).toEqual(['clearHalt 1']);
  expect(device.broken).toEqual([]);
});

test('three stalls in a row are tried again, the fourth is an error', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { transport } = opened();
  device.answers.push('stall', 'stall', 'stall');
  const lucky = watch(transport.submit(packet(1)));
  pass(1_000);
  expect(lucky.ends).toEqual(['|']);

  device.answers.push('stall', 'stall', 'stall', 'stall');
  const seen = watch(transport.submit(packet(2)));
  pass(1_000);
  expect(seen.ends).toEqual(['protocol: usb 04d8:c002 refuses the transfer again and again (stall)']);
  expect(device.calls.filter((call) => call.startsWith('clearHalt'))).toHaveLength(7);

  const next = watch(transport.submit(packet(3)));
  pass(100);
  expect(next.ends).toEqual(['|']);
});

test('errors on the line are tried again after 100, 200 and 400 ms', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  device.answers.push('error', 'error', 'error');
  const seen = watch(opened().transport.submit(packet(1)));
  pass(4 * 8 + 699);
  expect(seen.ends).toEqual([]);
  pass(1);
  expect(seen.ends).toEqual(['|']);
});

test('the fourth error on the line is an error', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  device.answers.push('error', 'error', 'error', 'error');
  const seen = watch(opened().transport.submit(packet(1)));
  pass(1_000);
  expect(seen.ends).toEqual(['disconnected: usb 04d8:c002: errors on the line; look at the cable']);
});

test.each(['stall', 'error'] as const)('after a failure (%s) the packets behind go again, in order', (answer) => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  device.answers.push(answer);
  const { transport } = opened();
  const seen = several(transport, 1, 2, 3);
  pass(20);
  const late = watch(transport.submit(packet(4)));
  pass(1_000);
  expect(shown(device.wire)).toBe('01, 02, 03, 04');
  expect(shown(seen.values.map((completion) => completion.packet))).toBe('01, 02, 03');
  expect(late.ends).toEqual(['|']);
});

test('packets that got through behind one that failed go again, so that no older one comes last', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  device.unstoppable = true;
  device.answers.push('error');
  const seen = several(opened().transport, 1, 2, 3);
  pass(1_000);
  expect(shown(device.wire)).toBe('02, 03, 01, 02, 03');
  expect(shown(seen.values.map((completion) => completion.packet))).toBe('01, 02, 03');
});

test('whoever leaves while the endpoint is healed is left out', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  device.answers.push('error');
  const { transport } = opened();
  const first = watch(transport.submit(packet(1)));
  const second = watch(transport.submit(packet(2)));
  pass(50);
  first.subscription.unsubscribe();
  pass(1_000);
  expect(shown(device.wire)).toBe('02');
  expect(second.ends).toEqual(['|']);
});

test('a packet whose time is up while the endpoint is healed errors', () => {
  const { usb, opened } = workbench({ timeout: 50 });
  usb.plug().answers.push('error');
  const seen = watch(opened().transport.submit(packet(1)));
  pass(50);
  expect(seen.ends).toEqual(['timeout: usb 04d8:c002 has not taken a packet within 50 ms']);
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
  expect(seen.ends).toEqual(['protocol: usb 04d8:c002: the transfer failed with status 9']);
});

test('a refused submit is an error of that packet; the next has a fresh transfer', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { transport, ends } = opened();
  device.refuses.submit = -11;
  expect(watch(transport.submit(packet(1))).ends).toEqual(['protocol: usb 04d8:c002: LIBUSB -11']);
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

test('what somebody throws on completion is not swallowed, and the queue goes on', () => {
  const later = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => undefined);
  const { usb, opened } = workbench();
  usb.plug();
  const { transport } = opened();
  const thrown = new Error('in a subscriber');
  const throwing = finalize(() => {
    throw thrown;
  });
  transport.submit(packet(1)).pipe(throwing).subscribe();
  pass(8);
  expect(usb.swallowed).toEqual([]);
  expect(later).toHaveBeenCalledTimes(1);
  expect(later.mock.calls[0]![0]).toThrow('in a subscriber');

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
