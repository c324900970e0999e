import { config } from 'rxjs';
import { expect, onTestFinished, test } from 'vitest';
import { pass, shown, virtualTime, watch, workbench } from '../test/bench.ts';

virtualTime();

const STALLED = 'disconnected: usb 04d8:c002 refuses the transfer again and again (stall)';

test('two transfers wait at the device from the start, though nobody listens', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  opened();
  expect(device.pending(0x81)).toBe(2);
  pass(100_000);
  expect(device.pending(0x81)).toBe(2);
});

test('packets come in order, copied, and each gives its transfer back before it is told', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const waiting: number[] = [];
  const { transport } = opened();
  const seen = watch(transport.incoming);
  transport.incoming.subscribe(() => waiting.push(device.pending(0x81)));
  for (let byte = 1; byte <= 5; byte++) device.report([0x11, byte]);
  expect(shown(seen.values)).toBe('11 01, 11 02, 11 03, 11 04, 11 05');
  expect(waiting).toEqual([2, 2, 2, 2, 2]);
  expect(device.missed).toBe(0);
});

test('all who listen get every packet', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { transport } = opened();
  const [one, two] = [watch(transport.incoming), watch(transport.incoming)];
  device.report([1]);
  one.subscription.unsubscribe();
  device.report([2]);
  expect([shown(one.values), shown(two.values)]).toEqual(['01', '01, 02']);
});

test('what came before anybody listened waits for the first; 64 packets find room', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { transport } = opened();
  for (let byte = 0; byte < 70; byte++) device.report([byte]);
  const [first, second] = [watch(transport.incoming), watch(transport.incoming)];
  expect(first.values.map(([byte]) => byte)).toEqual(Array.from({ length: 64 }, (_, byte) => byte));
  expect(second.values).toEqual([]);
  device.report([99]);
  expect([shown(first.values.slice(64)), shown(second.values)]).toEqual(['63', '63']);
});

test('a packet of 64 bytes fits, a longer one is an error', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { transport, ends } = opened();
  const seen = watch(transport.incoming);
  device.report(new Array(64).fill(7));
  expect(seen.values[0]).toHaveLength(64);
  device.report(new Array(65).fill(7));
  expect(ends).toEqual(['disconnected: usb 04d8:c002 sent more than was expected (overflow)']);
});

test('an endpoint of 24 bytes: a full packet comes at once and alone', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  device.packetSize = 24;
  const { transport } = opened();
  const seen = watch(transport.incoming);
  device.report(new Array(24).fill(7));
  device.report([0x11, 5, 0]);
  expect(seen.values.map(({ length }) => length)).toEqual([24, 3]);
});

test('empty packets are passed over', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const seen = watch(opened().transport.incoming);
  device.report([]);
  device.report([1]);
  expect(shown(seen.values)).toBe('01');
});

test('after a stall the halt is cleared outside of the callback and two transfers wait again', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { transport, ends } = opened();
  const seen = watch(transport.incoming);
  device.failIn('stall');
  pass(100);
  expect(device.calls).toContain('clearHalt 81');
  expect(device.pending(0x81)).toBe(2);
  device.report([1]);
  expect([shown(seen.values), ends, device.broken]).toEqual(['01', [], []]);
});

test('four stalls in a row are an error; a packet between them starts the count again', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { ends } = opened();
  const stall = () => {
    device.failIn('stall');
    pass(100);
  };
  for (let count = 0; count < 3; count++) stall();
  device.report([1]);
  for (let count = 0; count < 3; count++) stall();
  expect(ends).toEqual([]);
  stall();
  expect(ends).toEqual([STALLED]);
});

test('errors on the line are tried again after 100, 200 and 400 ms', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { ends } = opened();
  for (const pause of [100, 200, 400]) {
    device.failIn('error');
    pass(20 + pause - 1);
    expect(device.pending(0x81)).toBe(0);
    pass(1);
    expect(device.pending(0x81)).toBe(2);
  }
  device.failIn('error');
  expect(ends).toEqual(['disconnected: usb 04d8:c002: errors on the line; look at the cable']);
});

test('a packet that comes while the other transfer is called back is not lost', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  device.unstoppable = true;
  const seen = watch(opened().transport.incoming);
  device.failIn('error');
  pass(10);
  device.report([5]);
  pass(200);
  expect(shown(seen.values)).toBe('05');
  expect(device.pending(0x81)).toBe(2);
});

test('an unknown status is an error', () => {
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { ends } = opened();
  device.failIn('odd');
  expect(ends).toEqual(['disconnected: usb 04d8:c002: the transfer failed with status 9']);
});

test('a device without an endpoint for packets to us never says anything', () => {
  const { usb, connect } = workbench();
  const device = usb.plug();
  const { values, ends } = connect({ in: undefined });
  const seen = watch(values[0]!.incoming);
  pass(1_000);
  expect([device.pending(0x81), seen.ends, ends]).toEqual([0, [], []]);
});

test('packets end when the connection is closed', () => {
  const { usb, opened } = workbench();
  usb.plug();
  const { transport, close } = opened();
  const seen = watch(transport.incoming);
  close();
  expect(seen.ends).toEqual(['|']);
});

test('what a listener throws does not vanish, and the next packet comes', () => {
  const unhandled: unknown[] = [];
  config.onUnhandledError = (error) => void unhandled.push(error);
  onTestFinished(() => {
    config.onUnhandledError = null;
  });
  const { usb, opened } = workbench();
  const device = usb.plug();
  const { transport } = opened();
  transport.incoming.subscribe(() => {
    throw new Error('in a listener');
  });
  const other = watch(transport.incoming);
  device.report([1]);
  device.report([2]);
  pass(1);
  expect(usb.swallowed).toEqual([]);
  expect(unhandled).toEqual([new Error('in a listener'), new Error('in a listener')]);
  expect(shown(other.values)).toBe('01, 02');
});
