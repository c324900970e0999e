import type { Completion, Transport } from '@lcdflow/core';
import { bytes, hex } from '@lcdflow/testkit';
import type { Observable } from 'rxjs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { i2cAddress } from './address.ts';
import { i2cBus } from './bus.ts';
import { type I2cModule, loadI2c } from './i2c-module.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** The npm module `i2c-bus`, with a device at 0x27 that takes 2 ms for a packet. */
class FakeI2c implements I2cModule {
  readonly calls: string[] = [];
  readonly wire: string[] = [];
  /** What the next call of each kind fails with. */
  readonly fails: { open?: string; read?: string; write?: string } = {};
  takes = 2;
  short = false;

  async openPromisified(bus: number) {
    await this.#call('open', `open ${bus}`);
    return {
      i2cRead: async () => {
        await this.#call('read', 'read');
        return { bytesRead: 1 };
      },
      i2cWrite: async (address: number, length: number, buffer: Buffer) => {
        await new Promise((done) => setTimeout(done, this.takes));
        await this.#call('write', `write ${address.toString(16)}`);
        this.wire.push(hex(buffer.subarray(0, length)));
        return { bytesWritten: this.short ? length - 1 : length };
      },
      close: () => this.#call('close', 'close'),
    };
  }

  async #call(kind: 'open' | 'read' | 'write' | 'close', text: string): Promise<void> {
    this.calls.push(text);
    const code = kind === 'close' ? undefined : this.fails[kind];
    if (code !== undefined) throw Object.assign(new Error(`${code}: from the kernel`), { code });
  }
}

const log = { debug() {}, info() {}, warn() {}, error() {} };

function watch<T>(stream: Observable<T>) {
  const [values, ends]: [T[], string[]] = [[], []];
  const subscription = stream.subscribe({
    next: (value) => values.push(value),
    error: (error) => ends.push(`${error.code}: ${error.message}`),
    complete: () => ends.push('|'),
  });
  return { values, ends, close: () => subscription.unsubscribe() };
}

function bench(module = new FakeI2c(), timeout = 2_000) {
  const bus = i2cBus({ timeout, load: () => Promise.resolve(module) });
  const connect = (address: object = { address: 0x27 }) => watch<Transport>(bus.connect({ ...address }, log));
  const opened = async () => {
    const connection = connect();
    await pass(0);
    return { ...connection, transport: connection.values[0]! };
  };
  return { module, connect, opened };
}

test('it opens the bus, looks whether the device answers, and sends packets in order', async () => {
  const { module, opened } = bench();
  const { transport } = await opened();
  const seen = ['08', '38 3c'].map((packet) => watch<Completion>(transport.submit(bytes(packet))));
  await pass(4);
  expect(seen.map(({ values, ends }) => [values[0]?.bytes, ...ends])).toEqual([
    [1, '|'],
    [2, '|'],
  ]);
  expect([module.calls, module.wire]).toEqual([
    ['open 1', 'read', 'write 27', 'write 27'],
    ['08', '38 3c'],
  ]);
});

test('one write at a time: the module would do them in any order', async () => {
  const { module, opened } = bench();
  const { transport } = await opened();
  for (const packet of ['01', '02', '03']) watch(transport.submit(bytes(packet)));
  await pass(3);
  expect(module.wire).toEqual(['01']);
  await pass(3);
  expect(module.wire).toEqual(['01', '02', '03']);
});

test('the packet is copied at once, and taken back while it waits', async () => {
  const { module, opened } = bench();
  const { transport } = await opened();
  const buffer = bytes('01');
  watch(transport.submit(buffer));
  buffer.fill(9);
  watch(transport.submit(bytes('02'))).close();
  await pass(10);
  expect(module.wire).toEqual(['01']);
});

test.each([
  ['open', 'ENOENT', 'not-found: there is no /dev/i2c-1; is I2C turned on, and the module i2c-dev loaded?'],
  ['open', 'EACCES', 'permission: no permission to use /dev/i2c-1: add this user to the group i2c'],
  ['read', 'EREMOTEIO', 'not-found: no device answers at 0x27 on i2c-1'],
  ['read', 'ENXIO', 'not-found: no device answers at 0x27 on i2c-1'],
  ['read', 'EBUSY', 'busy: 0x27 on i2c-1 is in use by a kernel driver'],
  ['read', 'EWHAT', 'protocol: 0x27 on i2c-1: EWHAT: from the kernel'],
] as const)('when %s fails with %s', async (call, code, message) => {
  const { module, opened } = bench();
  module.fails[call] = code;
  const { ends, values } = await opened();
  await pass(0);
  expect([values, ends]).toEqual([[], [message]]);
  await pass(10);
  expect(module.calls.at(-1)).toBe(call === 'open' ? 'open 1' : 'close');
});

test.each([
  ['EREMOTEIO', 'disconnected: no device answers at 0x27 on i2c-1'],
  ['EIO', 'disconnected: 0x27 on i2c-1: errors on the line; look at the wires'],
  ['ETIMEDOUT', 'timeout: 0x27 on i2c-1 holds the bus'],
])('a write that fails with %s; the next one goes', async (code, message) => {
  const { module, opened } = bench();
  const { transport } = await opened();
  module.fails.write = code;
  const failed = watch(transport.submit(bytes('01')));
  await pass(2);
  expect(failed.ends).toEqual([message]);
  module.fails.write = undefined as never;
  const next = watch(transport.submit(bytes('02')));
  await pass(2);
  expect(next.ends).toEqual(['|']);
});

test('a short write is an error, and one that takes too long', async () => {
  const { module, opened } = bench(new FakeI2c(), 100);
  const { transport } = await opened();
  module.short = true;
  const short = watch(transport.submit(bytes('01 02')));
  await pass(2);
  expect(short.ends).toEqual(['protocol: 0x27 on i2c-1 took 1 of 2 bytes']);
  module.takes = 1_000;
  const slow = watch(transport.submit(bytes('03')));
  await pass(100);
  expect(slow.ends).toEqual(['timeout: 0x27 on i2c-1 has not taken a packet within 100 ms']);
});

test('closing waits for what is under way, and the next one for the closing', async () => {
  const { module, opened, connect } = bench();
  const { transport, close } = await opened();
  watch(transport.submit(bytes('01')));
  close();
  const second = connect();
  await pass(1);
  expect([module.calls, second.values]).toEqual([['open 1', 'read'], []]);
  await pass(2);
  expect(module.calls).toEqual(['open 1', 'read', 'write 27', 'close', 'open 1', 'read']);
  expect(second.values).toHaveLength(1);
});

test('whoever leaves while it is opened leaves nothing open', async () => {
  const { module, connect } = bench();
  connect().close();
  await pass(10);
  expect(module.calls).toEqual(['open 1', 'close']);
});

test.each([
  [{}, 'not-found: no device is named: device: { address: 0x27 } names one'],
  [{ address: 0x80 }, 'config: i2c address: address: a whole number from 0x03 to 0x77, not 0x80'],
  [{ address: '27' }, 'config: i2c address: address: a whole number from 0x03 to 0x77, not "27"'],
  [{ address: 0x27, bus: -1 }, 'config: i2c address: bus: a whole number from 0 to 255, not -1'],
  [{ address: 0x27, port: 1 }, 'config: i2c address: there is no "port"; there are: bus, address'],
])('the address %j', async (address, message) => {
  const { connect, module } = bench();
  const { ends } = connect(address);
  await pass(0);
  expect([ends, module.calls]).toEqual([[message], []]);
});

test('the bus is 1 when left out', () => {
  expect(i2cAddress({ address: 0x3f })).toEqual({ bus: 1, address: 0x3f });
  expect(i2cAddress({ address: 0x20, bus: 0 })).toEqual({ bus: 0, address: 0x20 });
});

test('without the module it tells the command that installs it', async () => {
  const missing = () => Promise.reject(new Error("Cannot find package 'i2c-bus'\nin a long story"));
  await expect(loadI2c(missing)).rejects.toMatchObject({
    code: 'config',
    message:
      'the module i2c-bus cannot be loaded; "npm install i2c-bus" installs it, with a C compiler, make and python3 ' +
      "(Cannot find package 'i2c-bus')",
  });
  const module = { openPromisified: () => Promise.reject(new Error()) };
  await expect(loadI2c(() => Promise.resolve({ default: module }))).resolves.toBe(module);
});

test('live: where it is not installed, opening a device says so', async () => {
  vi.useRealTimers();
  const installed = await loadI2c().then(
    () => true,
    () => false,
  );
  if (installed) return;
  const end = await new Promise((done) => i2cBus().connect({ address: 0x27 }, log).subscribe({ error: done }));
  expect(end).toMatchObject({ code: 'config', message: expect.stringContaining('"npm install i2c-bus"') });
});
