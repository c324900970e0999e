import { type AddressInfo, createServer, type Socket } from 'node:net';
import process from 'node:process';
import { definePlugin } from '@lcdflow/core';
import { expect, onTestFinished, test } from 'vitest';
import { bench } from '../test/bench.ts';
import broker from './index.ts';
import { mqtt } from './mqtt.ts';

/** A server that is none, or not a good one: what it does with each piece it gets. */
async function server(answer: (socket: Socket, piece: Buffer) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const listening = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('data', (piece) => answer(socket, piece));
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    listening.close();
  });
  return `mqtt://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

const CONNECT = 0x10;
const SUBSCRIBE = 0x82;
const CONNACK = Buffer.from([0x20, 2, 0, 0]);
const suback = (piece: Buffer, code: number) => Buffer.from([0x90, 3, piece[2]!, piece[3]!, code]);

/** A broker that does so when it is asked for topics. */
const onSubscribe = (then: (socket: Socket, piece: Buffer) => void) => (socket: Socket, piece: Buffer) => {
  if (piece[0] === CONNECT) socket.write(CONNACK);
  if (piece[0] === SUBSCRIBE) then(socket, piece);
};

test.each<[string, (socket: Socket, piece: Buffer) => void, string, object?]>([
  ['no answer', () => {}, 'no answer within 50ms', { timeout: '50ms' }],
  ['half an answer', (socket) => socket.write(CONNACK.subarray(0, 3)), 'no answer within 50ms', { timeout: '50ms' }],
  ['no word on the topics', onSubscribe(() => {}), 'no answer within 50ms', { timeout: '50ms' }],
  ['the end', (socket) => socket.end(), 'it has closed the connection'],
  ['a web page', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), 'what it says is no MQTT'],
  ['a line without end', (socket) => endless(socket), 'what it says is no MQTT'],
  ['no room', (socket) => socket.write(Buffer.from([0x20, 2, 0, 3])), 'it is not available now'],
  ['a code nobody knows', (socket) => socket.write(Buffer.from([0x20, 2, 0, 99])), 'cannot be connected to: 99'],
  [
    'no to a topic',
    onSubscribe((socket, piece) => socket.write(suback(piece, 0x80))),
    'it does not let this user subscribe to all topics',
  ],
])('%s', async (_, answer, reason, options = {}) => {
  const url = await server(answer);
  const { watch, logged } = bench({ url, ...options });
  expect(await watch().next()).toMatchObject({ connected: false, updated: undefined, stale: true });
  expect(logged).toEqual([`mqtt: ${url}/: ${reason}`.replace('/:', ':')]);
});

function endless(socket: Socket): void {
  const more = () => {
    while (socket.write('\0'.repeat(1000)));
  };
  socket.on('drain', more);
  more();
}

const message = (text: string) => Buffer.from([0x30, 3 + text.length, 0, 1, 0x74, ...Buffer.from(text)]);

test('one that falls silent is left, and tried again; what it told is gone', async () => {
  let came = 0;
  const url = await server((socket, piece) => {
    if (piece[0] === CONNECT) came++;
    onSubscribe((_, asked) => socket.write(suback(asked, 0)))(socket, piece);
    if (piece[0] === SUBSCRIBE && came === 1) socket.write(message('7'));
  });
  const { watch, logged } = bench({ url, alive: '1s' });
  const watching = watch();
  await watching.until(({ connected, t }) => connected === true && t === 7);
  expect(await watching.next()).toMatchObject({ connected: false, t: undefined, stale: true });
  expect(await watching.until(({ connected }) => connected === true)).toMatchObject({ t: undefined, stale: false });
  expect([came, logged]).toEqual([2, [`mqtt: ${url}: it has not been heard of for too long`, 'mqtt: is back']]);
});

test('messages in any pieces, and more than can be shown', async () => {
  const url = await server(
    onSubscribe((socket, piece) => {
      socket.write(suback(piece, 0));
      const many = Array.from({ length: 10_000 }, (_, number) => message(String(number)));
      const all = Buffer.concat(many);
      for (let at = 0; at < all.length; at += 1_001) socket.write(all.subarray(at, at + 1_001));
    }),
  );
  const watching = bench({ url }).watch();
  expect(await watching.until(({ t }) => t === 9_999)).toMatchObject({ stale: false });
  expect(watching.seen.length).toBeLessThan(200);
});

/** Writes so many bytes of nothing, no faster than they are taken; `look` is called in between. */
async function writeNothing(socket: Socket, bytes: number, look: () => void): Promise<void> {
  const piece = Buffer.alloc(65_536);
  for (let left = bytes; left > 0; left -= piece.length) {
    const isTaken = socket.write(piece.subarray(0, Math.min(left, piece.length)));
    look();
    if (!isTaken) await new Promise((resolve) => socket.once('drain', resolve));
  }
}

test('a message of 200 MB is dropped as it comes, acknowledged, and what follows counts', async () => {
  const size = 200_000_000;
  const length = [0x80 | (size & 127), 0x80 | ((size >> 7) & 127), 0x80 | ((size >> 14) & 127), size >> 21];
  const got: Buffer[] = [];
  const inBuffers: number[] = [];
  const look = () => inBuffers.push(process.memoryUsage().arrayBuffers);
  const url = await server((socket, piece) => {
    onSubscribe(async () => {
      socket.write(Buffer.from([0x90, 4, piece[2]!, piece[3]!, 1, 1]));
      look();
      socket.write(Buffer.from([0x32, ...length, 0, 3, ...Buffer.from('big'), 0, 7]));
      await writeNothing(socket, size - 7, look);
      socket.write(message('5'));
    })(socket, piece);
    got.push(piece);
  });
  const { watch, logged } = bench({ url, readings: { big: 'big', t: 't' }, qos: 1 });
  const watching = watch();
  expect(await watching.until(({ t }) => t === 5)).toMatchObject({ big: undefined, connected: true, stale: true });
  expect(logged).toEqual(['mqtt: big: a message of more than 65536 bytes']);
  const puback = Buffer.from([0x40, 2, 0, 7]);
  await expect.poll(() => Buffer.concat(got).includes(puback), { interval: 5 }).toBe(true);
  expect(Math.max(...inBuffers) - inBuffers[0]!).toBeLessThan(60_000_000);
});

test.each([
  ['mqtt://127.0.0.1:1', 'mqtt://127.0.0.1:1: it refuses the connection'],
  ['mqtt://she:50%@127.0.0.1:1', 'mqtt://127.0.0.1:1: it refuses the connection'],
  ['mqtt://she:word4@[', 'expected an address such as mqtt://host'],
  ['file:///etc/passwd', 'expected an address of mqtt, mqtts, ws or wss, not file:'],
])('%s', async (url, reason) => {
  const { watch, logged } = bench({ url });
  await watch().next();
  expect(logged).toEqual([`mqtt: ${reason}`]);
});

test('an authority that is not there', async () => {
  const { watch, logged } = bench({ url: 'mqtts://127.0.0.1:1', authority: 'nowhere.pem' });
  await watch().next();
  expect(logged).toEqual(['mqtt: mqtts://127.0.0.1:1: nowhere.pem: cannot be read: ENOENT']);
});

test('readings with wildcards are described as what holds others', () => {
  const readings = { a: 'a', b: { topic: 'b/+', unit: '°C', range: [0, 40] } };
  expect(mqtt('/').describeFor!({ readings } as never)).toEqual({
    a: { unit: '', meaning: 'The reading "a".' },
    'b[]': { unit: '°C', range: [0, 40], meaning: 'The reading "b".' },
  });
  expect(definePlugin(broker()).sources).toHaveLength(1);
});
