import { tap } from 'rxjs';
import { expect, test, vi } from 'vitest';
import { packet, pass, virtualTime, watch, workbench } from '../test/bench.ts';

virtualTime();

// At 10 kBd a byte takes one millisecond.
const bytes = (count: number) => new Uint8Array(count);

test('packets go one after the other, in order, and are the caller’s no more', async () => {
  const { opened } = workbench();
  const { transport, port } = await opened();
  const buffer = packet(1, 2);
  const one = watch(transport.submit(buffer));
  const two = watch(transport.submit(packet(3)));
  buffer.fill(9);
  await pass(50);
  expect(port.wire).toEqual([1, 2, 3]);
  expect([one, two].map(({ values, ends }) => [values, ends])).toEqual([
    [[{ packet: packet(1, 2), bytes: 2 }], ['|']],
    [[{ packet: packet(3), bytes: 1 }], ['|']],
  ]);
});

test('a packet has gone when the line has sent it, but for the last 10 ms', async () => {
  const { opened } = workbench();
  const { transport } = await opened();
  const one = watch(transport.submit(bytes(100)));
  const two = watch(transport.submit(bytes(50)));
  await pass(89);
  expect(one.ends).toEqual([]);
  await pass(1);
  expect([one.ends, two.ends]).toEqual([['|'], []]);
  await pass(49);
  expect(two.ends).toEqual([]);
  await pass(1);
  expect(two.ends).toEqual(['|']);
});

test('on a busy line the kernel never has more than a packet and 10 ms', async () => {
  const { opened } = workbench();
  const { transport, port } = await opened();
  for (let index = 0; index < 20; index++) watch(transport.submit(bytes(30)));
  for (let time = 0; time <= 600; time += 10) {
    const unsent = port.wire.length - time;
    expect(unsent).toBeLessThanOrEqual(40);
    if (time < 500) expect(unsent).toBeGreaterThanOrEqual(0);
    await pass(10);
  }
  expect(port.wire).toHaveLength(600);
});

test('parity and stop bits take their time', async () => {
  const { opened } = workbench();
  const { transport } = await opened({ parity: 'even', stopBits: 2, dataBits: 7 });
  const seen = watch(transport.submit(bytes(100)));
  await pass(99);
  expect(seen.ends).toEqual([]);
  await pass(1);
  expect(seen.ends).toEqual(['|']);
});

test('not paced: a packet has gone when the kernel has it', async () => {
  const { opened } = workbench();
  const { transport } = await opened({ paced: false });
  const seen = watch(transport.submit(bytes(10_000)));
  await pass(0);
  expect(seen.ends).toEqual(['|']);
});

test('a clock that is set holds nothing up', async () => {
  const { opened } = workbench();
  const { transport } = await opened();
  const start = Date.now();
  watch(transport.submit(bytes(100)));
  await pass(10);
  vi.setSystemTime(start - 3_600_000);
  const seen = watch(transport.submit(bytes(10)));
  await pass(200);
  expect(seen.ends).toEqual(['|']);
});

test('what the kernel does not take holds up those behind, not the way in', async () => {
  const { opened } = workbench();
  const { transport, port } = await opened();
  const heard = watch(transport.incoming);
  port.room = 5;
  const held = watch(transport.submit(bytes(6)));
  const behind = watch(transport.submit(bytes(1)));
  await pass(60_000);
  port.say(7);
  await pass(0);
  expect([held.ends, behind.ends, heard.values]).toEqual([[], [], [packet(7)]]);
  port.take(1);
  await pass(10);
  expect([held.ends, behind.ends, port.wire.length]).toEqual([['|'], [], 6]);
  port.take(1);
  await pass(10);
  expect(behind.ends).toEqual(['|']);
});

test('who unsubscribes takes back what has not begun', async () => {
  const { opened } = workbench();
  const { transport, port } = await opened();
  port.room = 0;
  const first = watch(transport.submit(packet(1)));
  const second = watch(transport.submit(packet(2)));
  const third = watch(transport.submit(packet(3)));
  await pass(5);
  first.subscription.unsubscribe();
  second.subscription.unsubscribe();
  port.take(9);
  await pass(50);
  expect(port.wire).toEqual([1, 3]);
  expect(third.ends).toEqual(['|']);
});

test('whoever is told may send again at once', async () => {
  const { opened } = workbench();
  const { transport, port } = await opened();
  let left = 1_000;
  const again = (): unknown => transport.submit(packet(left)).subscribe({ complete: () => --left > 0 && again() });
  again();
  await pass(2_000);
  expect([left, port.wire.length]).toEqual([0, 1_000]);
});

test('whoever is told may close: the packet has gone all the same', async () => {
  const { opened } = workbench();
  const { transport, close } = await opened();
  const { values, ends } = watch(transport.submit(packet(1)).pipe(tap(close)));
  await pass(5);
  expect([values, ends]).toEqual([[{ packet: packet(1), bytes: 1 }], ['|']]);
});

test('all who listen hear the same pieces; an empty packet is one, too', async () => {
  const { opened } = workbench();
  const { transport, port } = await opened();
  const [one, two] = [watch(transport.incoming), watch(transport.incoming)];
  port.say(1, 2);
  await pass(0);
  port.say(3);
  await pass(0);
  expect(one.values).toEqual([packet(1, 2), packet(3)]);
  expect(two.values).toEqual(one.values);
  expect(watch(transport.submit(packet())).ends).toEqual([]);
  await pass(1);
});

test('what comes while nobody listens waits for the first who does, again and again', async () => {
  const { opened } = workbench();
  const { transport, port } = await opened();
  port.say(1);
  await pass(0);
  port.say(2);
  await pass(0);
  const one = watch(transport.incoming);
  expect(one.values).toEqual([packet(1), packet(2)]);
  one.subscription.unsubscribe();
  port.say(3);
  await pass(0);
  const [two, three] = [watch(transport.incoming), watch(transport.incoming)];
  expect([two.values, three.values]).toEqual([[packet(3)], []]);
});

test('a chatterbox that nobody listens to fills 4 KiB and no more', async () => {
  const { opened } = workbench();
  const { transport, port } = await opened();
  for (let round = 0; round < 2; round++) {
    for (let index = 0; index < 100; index++) {
      port.say(...bytes(100));
      await pass(0);
    }
    const { values, subscription } = watch(transport.incoming);
    expect(values).toHaveLength(41);
    subscription.unsubscribe();
  }
});

test('pieces stay as they were when the next comes', async () => {
  const { opened } = workbench();
  const { transport, port } = await opened();
  const { values } = watch(transport.incoming);
  port.say(1);
  await pass(0);
  port.say(2);
  await pass(0);
  expect(values).toEqual([packet(1), packet(2)]);
});

test('those who listen are done when the connection is closed', async () => {
  const { opened } = workbench();
  const { transport, close } = await opened();
  const { ends } = watch(transport.incoming);
  close();
  expect(ends).toEqual(['|']);
});
