import { merge } from 'rxjs';
import { expect, test } from 'vitest';
import { LONG, packet, pass, shown, virtualTime, watch, workbench } from '../test/bench.ts';

virtualTime();

const REQUESTS = { out: undefined, in: undefined, control: true };
const NAME = 'usb 04d8:c002';
/** Vendor requests: one without data, one that sends three bytes, one that asks for two. */
const COMMAND = packet(0x40, 0x2a, 0x0c, 0x06, 0x01, 0, 0, 0);
const SENDS = packet(0x40, 0x33, 0, 0, 0, 0, 3, 0, 0xa, 0xb, 0xc);
const ASKS = packet(0xc0, 0x80, 0, 0, 0, 0, 2, 0);

function open(options?: { readonly timeout: number }) {
  const { usb, connect, log } = workbench(options);
  const device = usb.plug();
  const { values, ends, subscription } = connect(REQUESTS);
  return { usb, device, log, transport: values[0]!, ends, close: () => subscription.unsubscribe(), connect };
}

test('requests go in order, several at once, and complete with their length', () => {
  const { device, transport } = open();
  const seen = watch(merge(transport.submit(COMMAND), transport.submit(SENDS)));
  expect(device.pending(0)).toBe(2);
  pass(1);
  expect(seen.values).toEqual([]);
  pass(3);
  expect(seen.values).toEqual([
    { packet: COMMAND, bytes: 8 },
    { packet: SENDS, bytes: 11 },
  ]);
  expect(seen.ends).toEqual(['|']);
  expect(shown(device.wire)).toBe('40 2a 0c 06 01 00 00 00, 40 33 00 00 00 00 03 00 0a 0b 0c');
  expect(device.broken).toEqual([]);
});

test('what is asked for comes in behind its SETUP packet, right after the completion', () => {
  const { device, transport } = open();
  device.reply = () => [1, 9];
  const order: string[] = [];
  transport.incoming.subscribe((answer) => order.push(shown([answer])));
  transport.submit(ASKS).subscribe(({ bytes }) => order.push(`${bytes} bytes have gone`));
  pass(2);
  expect(order).toEqual(['8 bytes have gone', 'c0 80 00 00 00 00 02 00 01 09']);
  expect(device.broken).toEqual([]);
});

test('an answer may be shorter than asked for, and empty', () => {
  const { device, transport } = open();
  const incoming = watch(transport.incoming);
  device.reply = () => [7];
  watch(transport.submit(ASKS));
  pass(2);
  device.reply = () => [];
  watch(transport.submit(ASKS));
  pass(2);
  expect(incoming.values.map((answer) => shown([answer.slice(8)]))).toEqual(['07', '']);
});

test('what the caller writes into its buffer after submit does not reach the wire', () => {
  const { device, transport } = open();
  const buffer = COMMAND.slice();
  const submitted = transport.submit(buffer);
  buffer.fill(9);
  watch(submitted);
  pass(2);
  expect(device.wire).toEqual([COMMAND]);
});

test.each([
  ['too short for a SETUP packet', packet(0x40, 0x2a), 8],
  ['without its data', SENDS.subarray(0, 8), 11],
  ['with data where none go out', packet(...COMMAND, 1), 8],
  ['with data while it asks', packet(...ASKS, 1), 8],
])('a request %s is refused before it goes', (_, request, expected) => {
  const { device, transport } = open();
  expect(watch(transport.submit(request)).ends).toEqual([
    `protocol: a request of ${expected} bytes is expected, not of ${request.length}`,
  ]);
  expect(device.pending(0)).toBe(0);
});

test('a stall refuses that request only, at once, and no halt is cleared', () => {
  const { device, transport, ends } = open();
  device.answers.push('stall');
  const [refused, next] = [watch(transport.submit(COMMAND)), watch(transport.submit(SENDS))];
  pass(4);
  expect(refused.ends).toEqual([`protocol: ${NAME} refuses the request 40 2a 0c 06 01 00 00 00 (stall)`]);
  expect(next.ends).toEqual(['|']);
  pass(LONG);
  expect([ends, device.wire, device.calls]).toEqual([[], [SENDS], ['open', 'claim']]);
});

test('an error on the line is told at once: nothing is sent twice', () => {
  const { device, transport } = open();
  device.answers.push('error');
  const seen = watch(transport.submit(COMMAND));
  pass(2);
  expect(seen.ends).toEqual([`disconnected: ${NAME}: errors on the line; look at the cable`]);
  pass(LONG);
  expect(device.wire).toEqual([]);
});

test('data that the device does not take all are an error', () => {
  const { device, transport } = open();
  device.answers.push('short');
  const seen = watch(transport.submit(SENDS));
  pass(2);
  expect(seen.ends).toEqual([`protocol: ${NAME} took 9 of 11 bytes`]);
});

test('a request that is not answered is cancelled when its time is up; the next one goes', () => {
  const { device, transport, ends } = open({ timeout: 150 });
  device.answers.push('silence');
  const seen = watch(transport.submit(ASKS));
  pass(169);
  expect(seen.ends).toEqual([]);
  pass(1);
  expect(seen.ends).toEqual([`timeout: ${NAME} has not taken a packet within 150 ms`]);
  const next = watch(transport.submit(COMMAND));
  pass(2);
  expect([next.ends, ends]).toEqual([['|'], []]);
});

test('one that cannot even be cancelled errors all the same', () => {
  const { device, transport } = open();
  device.cancelling = Number.POSITIVE_INFINITY;
  device.answers.push('silence');
  const seen = watch(transport.submit(ASKS));
  pass(2_499);
  expect(seen.ends).toEqual([]);
  pass(1);
  expect(seen.ends).toEqual([`timeout: ${NAME} has not taken a packet within 2000 ms`]);
});

test('leaving takes a request back; its callback hurts nobody', () => {
  const { usb, device, transport, ends } = open();
  const incoming = watch(transport.incoming);
  watch(transport.submit(ASKS)).subscription.unsubscribe();
  pass(LONG);
  expect([device.pending(0), device.wire, incoming.values, ends, usb.swallowed]).toEqual([0, [], [], [], []]);
});

test('a refused submit is an error of that request; a device that is gone is lost', () => {
  const { device, transport, ends } = open();
  device.refuses.submit = -11;
  expect(watch(transport.submit(COMMAND)).ends).toEqual([`disconnected: ${NAME} cannot be used now: LIBUSB -11`]);
  device.refuses.submit = -4;
  expect(watch(transport.submit(COMMAND)).ends).toEqual([`disconnected: ${NAME} was unplugged`]);
  expect(ends).toEqual([]);
});

test('unplugged with requests pending: one error for each, nothing unhandled', () => {
  const { usb, device, transport, ends, log } = open();
  device.answers.push('silence');
  const incoming = watch(transport.incoming);
  const requests = [watch(transport.submit(COMMAND)), watch(transport.submit(ASKS))];
  usb.unplug(device);
  pass(30);
  const gone = [`disconnected: ${NAME} was unplugged`];
  expect([ends, incoming.ends, ...requests.map((seen) => seen.ends)]).toEqual([gone, gone, gone, gone]);
  pass(LONG);
  expect([device.isOpen, device.waiting.size, device.broken, usb.swallowed, log.warnings]).toEqual([
    false,
    0,
    [],
    [],
    [],
  ]);
});

test('closing cancels, waits for every callback, releases, closes; the next one waits for that', () => {
  const { device, transport, close, connect } = open();
  device.answers.push('silence');
  const [waiting, incoming] = [watch(transport.submit(ASKS)), watch(transport.incoming)];
  close();
  expect([waiting.ends, incoming.ends]).toEqual([['disconnected: the connection is closed'], ['|']]);
  expect(watch(transport.submit(ASKS)).ends).toEqual(['disconnected: the connection is closed']);
  const second = connect(REQUESTS);
  expect([second.values, device.calls]).toEqual([[], ['open', 'claim']]);
  pass(40);
  expect(device.calls).toEqual(['open', 'claim', 'release', 'close', 'open', 'claim']);
  expect([second.values.length, device.broken]).toEqual([1, []]);
});
