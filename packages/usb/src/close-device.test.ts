import { expect, test, vi } from 'vitest';
import { LONG, packet, pass, shown, virtualTime, watch, workbench } from '../test/bench.ts';

virtualTime();

test('closing cancels, waits for every callback, releases, closes', () => {
  const { usb, opened, log } = workbench();
  const device = usb.plug();
  device.answers.push('silence');
  const { transport, close } = opened();
  watch(transport.submit(packet(1)));
  close();
  expect([device.waiting.size, device.calls]).toEqual([3, ['open', 'claim']]);
  pass(20);
  expect([device.waiting.size, device.calls]).toEqual([0, ['open', 'claim', 'release']]);
  pass(20);
  expect(device.calls).toEqual(['open', 'claim', 'release', 'close']);
  expect([device.broken, log.warnings]).toEqual([[], []]);
});

test('nothing keeps the process alive afterwards', () => {
  const { usb, opened } = workbench();
  usb.plug();
  const { transport, close } = opened();
  watch(transport.submit(packet(1)));
  close();
  pass(40);
  expect(vi.getTimerCount()).toBe(0);
});

test('a second connect waits for the slow closing of the first', () => {
  const { usb, opened, connect } = workbench();
  const device = usb.plug();
  device.cancelling = 300;
  const { close } = opened();
  close();
  const second = connect();
  pass(319);
  expect([second.values, device.calls]).toEqual([[], ['open', 'claim', 'release']]);
  pass(1);
  expect(device.calls).toEqual(['open', 'claim', 'release', 'close', 'open', 'claim']);
  const seen = watch(second.values[0]!.submit(packet(7)));
  pass(8);
  expect([shown(device.wire), seen.ends, device.broken]).toEqual(['07', ['|'], []]);
});

test('of two who wait for it one gets it', () => {
  const { usb, opened, connect } = workbench();
  usb.plug();
  opened().close();
  const [one, two] = [connect(), connect()];
  pass(LONG);
  expect([one.values.length, one.ends]).toEqual([1, []]);
  expect([two.values.length, two.ends]).toEqual([0, ['busy: usb 04d8:c002 is in use by another display']]);
});

test('whoever leaves while waiting opens nothing', () => {
  const { usb, opened, connect } = workbench();
  const device = usb.plug();
  opened().close();
  connect().subscription.unsubscribe();
  pass(LONG);
  expect(device.calls).toEqual(['open', 'claim', 'release', 'close']);
});

test('a free device is taken rather than one that is being closed', () => {
  const { usb, opened } = workbench();
  const [one, two] = [usb.plug(), usb.plug()];
  opened().close();
  opened();
  expect([one.calls, two.calls]).toEqual([
    ['open', 'claim'],
    ['open', 'claim'],
  ]);
});

test('transfers that cannot be cancelled are ended by releasing, which is not taken for unplugging', () => {
  const { usb, opened, connect, log } = workbench();
  const device = usb.plug();
  device.cancelling = Number.POSITIVE_INFINITY;
  const { close, ends } = opened();
  close();
  const second = connect();
  pass(520);
  expect(log.warnings).toEqual(['warn usb 04d8:c002: transfers cannot be cancelled; releasing it all the same']);
  expect(device.calls).toEqual(['open', 'claim', 'release', 'close', 'open', 'claim']);
  expect([ends, second.ends]).toEqual([[], []]);
});

test('closing never hangs: after 1 s a device that gives nothing back is left alone, and others get busy', () => {
  const { usb, opened, connect, log } = workbench();
  const device = usb.plug();
  device.cancelling = Number.POSITIVE_INFINITY;
  device.dead = true;
  opened().close();
  const second = connect();
  pass(999);
  expect(second.ends).toEqual([]);
  pass(1);
  const busy = ['busy: usb 04d8:c002 has not been given back by libusb yet'];
  expect(second.ends).toEqual(busy);
  expect(connect().ends).toEqual(busy);
  expect(log.warnings.slice(1)).toEqual([
    'warn usb 04d8:c002: transfers do not come back',
    "warn usb 04d8:c002: cannot be closed: Can't close device with a pending request",
  ]);
  expect(vi.getTimerCount()).toBe(0);

  for (const pending of [...device.waiting]) pending.finish(3, 0);
  expect(device.isOpen).toBe(false);
  expect(connect().values).toHaveLength(1);
});

test('closing while a halt is being cleared waits for that, too', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  device.answers.push('stall');
  const { transport, close } = opened();
  watch(transport.submit(packet(1)));
  pass(9);
  close();
  pass(LONG);
  expect([device.isOpen, device.broken]).toEqual([false, []]);
});

test('20 times opened and closed with transfers pending', () => {
  const { usb, opened, connect, log } = workbench();
  const device = usb.plug();
  for (let cycle = 0; cycle < 20; cycle++) {
    const { values, subscription } = connect();
    pass(40);
    const transport = values[0]!;
    watch(transport.incoming);
    for (const byte of [1, 2, 3]) watch(transport.submit(packet(byte)));
    pass(cycle);
    subscription.unsubscribe();
  }
  pass(LONG);
  expect(device.calls.filter((call) => call === 'close')).toHaveLength(20);
  expect([device.isOpen, device.waiting.size, device.broken, usb.swallowed, log.warnings]).toEqual([
    false,
    0,
    [],
    [],
    [],
  ]);
  expect(vi.getTimerCount()).toBe(0);
  const wire = device.wire.length;
  const seen = watch(opened().transport.submit(packet(9)));
  pass(8);
  expect([seen.ends, shown(device.wire.slice(wire))]).toEqual([['|'], '09']);
});
