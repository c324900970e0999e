import { merge } from 'rxjs';
import { expect, test } from 'vitest';
import { packet, pass, shown, virtualTime, watch, workbench } from '../test/bench.ts';

virtualTime();

const several = (transport: ReturnType<ReturnType<typeof workbench>['opened']>['transport'], ...bytes: number[]) =>
  watch(merge(...bytes.map((byte) => transport.submit(packet(byte)))));

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
  expect(seen.ends).toEqual(['disconnected: usb 04d8:c002 refuses the transfer again and again (stall)']);
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

test('a stall among the packets that are called back is cleared on the same way', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  device.unstoppable = true;
  device.answers.push('error', 'stall');
  several(opened().transport, 1, 2);
  pass(60);
  expect(shown(device.wire)).toBe('01, 02');
});

test('an error on the line after a stall does not hide the halt', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  opened();
  device.failIn('stall');
  device.failIn('error');
  pass(50);
  expect(device.calls).toContain('clearHalt 81');
  expect(device.pending(0x81)).toBe(2);
});

test('a device that is gone when its halt is cleared is lost', () => {
  const { usb, connect } = workbench();
  const device = usb.plug();
  device.answers.push('stall');
  const { values, ends } = connect({ in: undefined });
  const seen = watch(values[0]!.submit(packet(1)));
  pass(9);
  usb.unplug(device);
  pass(5);
  const gone = ['disconnected: usb 04d8:c002 was unplugged'];
  expect([ends, seen.ends]).toEqual([gone, gone]);
});
