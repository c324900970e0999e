import { realpathSync } from 'node:fs';
import type { Transport } from '@lcdflow/core';
import { firstValueFrom, from, lastValueFrom, map, mergeMap, take } from 'rxjs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { closeAll, Memory, type Seen, watch } from '../test/bench.ts';
import { endAll, type FarEnd, farEnd, linkPath, WITH_SOCAT } from '../test/socat.ts';
import { serialBus } from './bus.ts';
import { useOf } from './port-gate.ts';

const bus = serialBus();
/** As fast as the kernel takes it. */
const FAST = { baudRate: 115_200, paced: false };
const GONE = 'the connection is closed';

afterEach(() => {
  closeAll();
  endAll();
});

interface Port extends Seen<Transport> {
  readonly transport: Transport;
  close(): void;
}

async function connected(path: string, address: Record<string, unknown> = FAST): Promise<Port> {
  const seen = watch(bus.connect({ ...address, path }, new Memory()));
  await vi.waitFor(() => expect([...seen.values, ...seen.ends]).not.toEqual([]), { interval: 2 });
  if (!seen.values[0]) throw new Error(seen.ends.join());
  return { ...seen, transport: seen.values[0], close: () => seen.subscription.unsubscribe() };
}

const noise = (bytes: number, seed: number): Uint8Array =>
  Uint8Array.from({ length: bytes }, (_, index) => (index * 7 + (index >> 8) * seed) & 0xff);

/** Bytes cut into packets. */
function packets(bytes: Uint8Array, size: number): readonly Uint8Array[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}

const sent = (transport: Transport, all: readonly Uint8Array[], atOnce = 2): Promise<unknown> =>
  lastValueFrom(from(all).pipe(mergeMap((each) => transport.submit(each), atOnce)));

/** Sends until the kernel takes no more: the far end has been stopped. Returns what has been told by then. */
async function blocked({ transport }: Port): Promise<Seen<unknown>> {
  const seen = watch(from(packets(noise(200_000, 1), 1_000)).pipe(mergeMap((each) => transport.submit(each), 1)));
  let last = -1;
  await vi.waitFor(
    () => {
      const before = last;
      last = seen.values.length;
      expect(last).toBe(before);
    },
    { interval: 50, timeout: 5_000 },
  );
  return seen;
}

describe.runIf(WITH_SOCAT)('on pseudo terminals (needs socat)', () => {
  test('every byte goes and comes unchanged', async () => {
    const far = await farEnd();
    const { transport } = await connected(far.path);
    const heard = watch(transport.incoming);
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(await firstValueFrom(transport.submit(every))).toEqual({ packet: every, bytes: 256 });
    far.write(every);
    await vi.waitFor(() => expect(far.bytes.equals(every)).toBe(true));
    await vi.waitFor(() => expect(Buffer.concat(heard.values).equals(every)).toBe(true));
  });

  test('a mebibyte each way at once', async () => {
    const far = await farEnd();
    const { transport } = await connected(far.path);
    const [out, back] = [noise(1 << 20, 3), noise(1 << 20, 5)];
    const heard = watch(transport.incoming);
    far.write(back);
    await sent(transport, packets(out, 997));
    await vi.waitFor(() => expect(far.bytes.length).toBe(1 << 20), 5_000);
    await vi.waitFor(() => expect(Buffer.concat(heard.values).length).toBe(1 << 20), 5_000);
    expect(far.bytes.equals(out)).toBe(true);
    expect(Buffer.concat(heard.values).equals(back)).toBe(true);
  });

  test.each(['idle', 'with a listener'])('an unplugging is noticed at once, %s, without load', async (how) => {
    const far = await farEnd();
    const { transport, ends } = await connected(far.path);
    const heard = how === 'idle' ? undefined : watch(transport.incoming);
    const target = realpathSync(far.path);
    const [start, load] = [performance.now(), process.cpuUsage()];
    far.kill();
    await vi.waitFor(() => expect(ends).toEqual([`disconnected: ${far.path} was unplugged`]), { interval: 2 });
    expect(performance.now() - start).toBeLessThan(200);
    await vi.waitFor(() => expect(useOf(target)).toBeUndefined());
    const { user, system } = process.cpuUsage(load);
    expect((user + system) / 1_000).toBeLessThan(150);
    if (heard) expect(heard.ends).toEqual(ends);
  });

  test('killed while it sends: noticed as well, without load', async () => {
    for (let round = 0; round < 5; round++) {
      const far = await farEnd();
      const { transport, ends, close } = await connected(far.path);
      const heard = watch(transport.incoming);
      far.write(noise(1 << 20, 1));
      await vi.waitFor(() => expect(heard.values.length).toBeGreaterThan(20), { interval: 1 });
      const load = process.cpuUsage();
      far.kill();
      await vi.waitFor(() => expect(ends).toHaveLength(1), { interval: 1 });
      expect(process.cpuUsage(load).user).toBeLessThan(200_000);
      close();
    }
  });

  test('killed while it writes: whoever waits is told', async () => {
    const far = await farEnd();
    const port = await connected(far.path);
    far.stop();
    const writing = await blocked(port);
    const behind = watch(port.transport.submit(noise(10, 1)));
    far.kill();
    const gone = [`disconnected: ${far.path} was unplugged`];
    await vi.waitFor(() => expect([port.ends, writing.ends, behind.ends]).toEqual([gone, gone, gone]));
    expect(watch(port.transport.submit(noise(10, 1))).ends).toEqual(gone);
  });

  test('a far end that does not read holds a packet up for as long as it likes, and closing is at once', async () => {
    const far = await farEnd();
    const port = await connected(far.path);
    far.stop();
    const writing = await blocked(port);
    expect(writing.values.length).toBeLessThan(100);
    expect(writing.ends).toEqual([]);
    const target = realpathSync(far.path);
    const start = performance.now();
    port.close();
    expect(writing.ends).toEqual([`disconnected: ${GONE}`]);
    await vi.waitFor(() => expect(useOf(target)).toBeUndefined());
    expect(performance.now() - start).toBeLessThan(300);
  });

  test('what was held up goes on unchanged when the far end reads again', async () => {
    const far = await farEnd();
    const port = await connected(far.path);
    far.stop();
    const writing = await blocked(port);
    far.goOn();
    await vi.waitFor(() => expect(writing.ends).toEqual(['|']), 5_000);
    await vi.waitFor(() => expect(far.bytes.equals(noise(200_000, 1))).toBe(true));
  });

  test('a stopped line delays no other', async () => {
    const [stopped, free] = [await farEnd(), await farEnd()];
    const [held, running] = [await connected(stopped.path), await connected(free.path)];
    stopped.stop();
    await blocked(held);
    const start = performance.now();
    await sent(running.transport, packets(noise(100_000, 9), 100), 1);
    await vi.waitFor(() => expect(free.bytes.length).toBe(100_000));
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test('the rate of the line is kept', async () => {
    const far = await farEnd();
    const { transport } = await connected(far.path, { baudRate: 19_200 });
    const start = performance.now();
    // 960 bytes of 10 bits each are half a second.
    await sent(transport, packets(noise(960, 1), 40));
    expect(performance.now() - start).toBeGreaterThan(480);
    expect(performance.now() - start).toBeLessThan(800);
  });

  test('fifty times one after the other', async () => {
    const far = await farEnd();
    for (let round = 0; round < 50; round++) {
      const { transport, close } = await connected(far.path);
      await firstValueFrom(transport.submit(Uint8Array.of(round)));
      await vi.waitFor(() => expect(far.bytes.at(-1)).toBe(round), { interval: 2 });
      close();
    }
    expect([...far.bytes]).toEqual(Array.from({ length: 50 }, (_, round) => round));
  });

  test('closed while it is opened', async () => {
    const far = await farEnd();
    for (let round = 0; round < 10; round++) {
      watch(bus.connect({ ...FAST, path: far.path }, new Memory())).subscription.unsubscribe();
    }
    const { transport } = await connected(far.path);
    await firstValueFrom(transport.submit(Uint8Array.of(1)));
    await vi.waitFor(() => expect([...far.bytes]).toEqual([1]));
  });

  test('the last packet before closing arrives', async () => {
    const far = await farEnd();
    const { transport, close } = await connected(far.path, { baudRate: 9_600 });
    const bytes = noise(30, 1);
    watch(transport.submit(bytes).pipe(take(1))).subscription.add(close);
    await vi.waitFor(() => expect(far.bytes.equals(bytes)).toBe(true));
  });

  test('a second user of the port is told who has it', async () => {
    const far = await farEnd();
    await connected(far.path);
    const second = watch(bus.connect({ ...FAST, path: far.path }, new Memory()));
    await vi.waitFor(() => expect(second.ends).toEqual([`busy: ${far.path} is in use by another display`]));
    // Another program would meet the lock.
    const binding = await firstValueFrom(from(import('serialport')).pipe(map(({ SerialPort }) => SerialPort.binding)));
    await expect(binding.open({ path: far.path, baudRate: 9_600 })).rejects.toThrow('Cannot lock port');
  });

  test('modem lines that a port has not are no reason to do without it', async () => {
    const far = await farEnd();
    const { transport } = await connected(far.path, { ...FAST, dtr: false, rts: true });
    await firstValueFrom(transport.submit(Uint8Array.of(7)));
    await vi.waitFor(() => expect([...far.bytes]).toEqual([7]));
  });

  test('gone and back: the bus tells of the link within a second', async () => {
    const path = linkPath();
    const first = await farEnd(path);
    const { ends } = await connected(path);
    first.kill();
    await vi.waitFor(() => expect(ends).toHaveLength(1));
    const arrivals = watch(bus.arrivals!());
    const second: FarEnd = await farEnd(path);
    await vi.waitFor(() => expect(arrivals.values.map(({ label }) => label)).toContain(path), 1_000);
    const { transport } = await connected(path);
    await firstValueFrom(transport.submit(Uint8Array.of(1, 2)));
    await vi.waitFor(() => expect([...second.bytes]).toEqual([1, 2]));
  });

  test.each([
    ['/dev/null', 'config: /dev/null is not a serial port'],
    ['/etc/hostname', 'config: /etc/hostname is not a serial port'],
    ['/dev', 'config: /dev is not a serial port'],
    ['/dev/ttyNONE', 'not-found: there is no /dev/ttyNONE'],
  ])('%s is none', async (path, words) => {
    const { ends } = watch(bus.connect({ ...FAST, path }, new Memory()));
    await vi.waitFor(() => expect(ends).toEqual([words]));
  });
});
