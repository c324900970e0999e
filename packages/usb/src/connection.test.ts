import { expect, test } from 'vitest';
import { packet, pass, shown, virtualTime, watch, workbench } from '../test/bench.ts';

virtualTime();

test('unplugged with transfers pending: one error, nothing unhandled, and the next one plugged in opens', () => {
  const { usb, opened, log } = workbench();
  const device = usb.plug();
  device.answers.push('silence');
  const { transport, ends } = opened();
  const incoming = watch(transport.incoming);
  const packets = [watch(transport.submit(packet(1))), watch(transport.submit(packet(2)))];
  expect([device.pending(0x01), device.pending(0x81)]).toEqual([2, 2]);
  usb.unplug(device);
  pass(29);
  expect(ends).toEqual([]);
  pass(1);
  const gone = ['disconnected: usb 04d8:c002 was unplugged'];
  expect([ends, incoming.ends, ...packets.map((seen) => seen.ends)]).toEqual([gone, gone, gone, gone]);
  pass(1_000);
  expect([device.waiting.size, device.isOpen, usb.swallowed, device.broken, log.warnings]).toEqual([
    0,
    false,
    [],
    [],
    [],
  ]);

  const again = usb.plug();
  const next = watch(opened().transport.submit(packet(3)));
  pass(8);
  expect([shown(again.wire), next.ends]).toEqual(['03', ['|']]);
});

test('a loss that sending notices first is told to who listens', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { transport, ends } = opened();
  const incoming = watch(transport.incoming);
  const seen = watch(transport.submit(packet(1)));
  [...device.waiting].find((waiting) => waiting.transfer.address === 0x01)!.finish(5, 0);
  const gone = ['disconnected: usb 04d8:c002 was unplugged'];
  expect([ends, seen.ends, incoming.ends]).toEqual([gone, gone, gone]);
});

test('unplugged while nothing is sent is noticed by the waiting reads', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { ends } = opened();
  pass(5_000);
  usb.unplug(device);
  pass(30);
  expect(ends).toEqual(['disconnected: usb 04d8:c002 was unplugged']);
});

test('unplugged while a stall is cleared', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  device.answers.push('stall');
  const { transport, ends } = opened();
  const seen = watch(transport.submit(packet(1)));
  pass(9);
  usb.unplug(device);
  pass(1_000);
  const gone = ['disconnected: usb 04d8:c002 was unplugged'];
  expect([ends, seen.ends, device.isOpen]).toEqual([gone, gone, false]);
});
