import { expect, test } from 'vitest';
import { PATH, packet, pass, virtualTime, watch, workbench } from '../test/bench.ts';

virtualTime();

// At 10 kBd a byte takes one millisecond.

test('each connection is a new port; the next waits until the last is closed', async () => {
  const { serial, opened, connect } = workbench();
  const { port, close } = await opened();
  let closed = () => {};
  port.refuses.close = new Promise((done) => {
    closed = done;
  });
  close();
  const next = connect();
  await pass(100);
  expect([next.values.length, serial.opened.length]).toEqual([0, 1]);
  closed();
  await pass(0);
  expect([next.values.length, serial.opened.length]).toEqual([1, 2]);
  expect(port.calls).toEqual(['flush', 'close']);
});

test('a closing that hangs makes the next connect busy, not endless', async () => {
  const { opened, connect } = workbench();
  const { port, close } = await opened();
  let closed = () => {};
  port.refuses.close = new Promise((done) => {
    closed = done;
  });
  close();
  const next = connect();
  await pass(499);
  expect(next.ends).toEqual([]);
  await pass(1);
  const stuck = [`busy: ${PATH} has not been given back by the kernel yet`];
  expect(next.ends).toEqual(stuck);
  const later = connect();
  await pass(0);
  expect(later.ends).toEqual(stuck);
  closed();
  await pass(0);
  expect((await opened()).values).toHaveLength(1);
});

test('a closing that fails is told, and in nobody’s way', async () => {
  const { opened, log } = workbench();
  const { port, close } = await opened();
  port.refuses.close = Promise.reject(new Error('EIO'));
  port.refuses.flush = Promise.reject(new Error('EIO'));
  close();
  await pass(0);
  expect(log.lines).toContain(`warn ${PATH}: cannot be closed: EIO`);
  expect((await opened()).values).toHaveLength(1);
});

test('the line has the time to send what counts as gone; then the rest is dropped, for it will not go', async () => {
  const { opened } = workbench();
  const { transport, port, close } = await opened();
  const gone = watch(transport.submit(new Uint8Array(100)));
  await pass(90);
  expect(gone.ends).toEqual(['|']);
  close();
  await pass(29);
  expect(port.calls).toEqual([]);
  await pass(1);
  expect(port.calls).toEqual(['flush', 'close']);
});

test('with a packet that the kernel does not take it closes at once', async () => {
  const { opened } = workbench();
  const { transport, port, close } = await opened();
  port.room = 0;
  const held = watch(transport.submit(new Uint8Array(100)));
  const behind = watch(transport.submit(packet(1)));
  await pass(5);
  close();
  expect([held.ends, behind.ends]).toEqual(Array(2).fill(['disconnected: the connection is closed']));
  await pass(0);
  expect(port.calls).toEqual(['flush', 'close']);
  expect(watch(transport.submit(packet(1))).ends).toEqual(['disconnected: the connection is closed']);
});

test('dropping that hangs is not waited for', async () => {
  const { opened } = workbench();
  const { port, close } = await opened();
  port.refuses.flush = new Promise(() => undefined);
  close();
  await pass(499);
  expect(port.isOpen).toBe(true);
  await pass(1);
  expect(port.isOpen).toBe(false);
});

test('on a pseudo terminal nothing is dropped: that would take it from who has not read it yet', async () => {
  const { serial, opened } = workbench();
  serial.plug('/dev/pts/7');
  const { port, close } = await opened({ path: '/dev/pts/7' });
  close();
  await pass(0);
  expect(port.calls).toEqual(['close']);
});

test('unsubscribed while it opens, it is closed when it is open', async () => {
  const { serial, connect, opened } = workbench();
  connect().subscription.unsubscribe();
  await pass(0);
  expect(serial.opened.map(({ calls }) => calls)).toEqual([['flush', 'close']]);
  expect((await opened()).values).toHaveLength(1);
});

test('lost: nothing more will go, so nothing is waited for', async () => {
  const { opened } = workbench();
  const { transport, port } = await opened();
  watch(transport.submit(new Uint8Array(200)));
  await pass(1);
  port.pull();
  await pass(0);
  expect(port.isOpen).toBe(false);
});

test.each(['poller', 'read', 'write', 'all'] as const)(
  'lost (%s): all are told the same, and it is closed',
  async (who) => {
    const { opened } = workbench();
    const { transport, port, ends } = await opened();
    const heard = watch(transport.incoming);
    port.room = 0;
    const held = watch(transport.submit(packet(1)));
    await pass(1);
    port.pull(who);
    await pass(0);
    const gone = [`disconnected: ${PATH} was unplugged`];
    expect([ends, heard.ends, held.ends]).toEqual([gone, gone, gone]);
    expect([port.isOpen, port.isWatched]).toEqual([false, false]);
    expect((await opened()).values).toHaveLength(1);
  },
);
