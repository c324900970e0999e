import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { bench } from '../test/bench.ts';

type Answer = (socket: Socket, line: string) => void;

/** A server that greets, and does so with each line it gets. */
async function server(answer: Answer, greeting = 'OK MPD 0.23.5\n'): Promise<number> {
  const sockets = new Set<Socket>();
  const listening = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).write(greeting);
    socket.on('data', (piece) => {
      for (const line of String(piece).trimEnd().split('\n')) answer(socket, line);
    });
    if (greeting === '') answer(socket, '');
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    listening.close();
  });
  return (listening.address() as AddressInfo).port;
}

/** Answers each question so. */
const saying =
  (words: string | Uint8Array): Answer =>
  (socket, line) => {
    if (line === 'command_list_end') socket.write(words);
  };

function endless(piece: string): Answer {
  return (socket, line) => {
    if (line !== '' && line !== 'command_list_end') return;
    const more = () => {
      while (socket.write(piece.repeat(1_000)));
    };
    socket.on('drain', more);
    more();
  };
}

test.each<[string, Answer, string, string?]>([
  ['no answer', () => {}, 'no answer within 100ms'],
  ['no greeting', () => {}, 'no answer within 100ms', ''],
  ['half a greeting', () => {}, 'no answer within 100ms', 'OK MPD'],
  ['half an answer', saying('state: play\n'), 'no answer within 100ms'],
  ['half a line', saying('state: play\nOK'), 'no answer within 100ms'],
  ['a web page', () => {}, 'what it says is no MPD', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
  ['a line without end', endless('x'), 'no answer within 100ms', ''],
  ['lines without end', endless('x: y\n'), 'no answer within 100ms'],
  ['an error', saying('ACK [5@0] {hunter2} unknown command "hunter2"\n'), 'it answers with error 5'],
  ['an odd error', saying('ACK hunter2\n'), 'it answers with error ?'],
  ['the end', (socket) => socket.end(), 'it has closed the connection'],
  ['a reset', (socket) => socket.resetAndDestroy(), 'it has closed the connection'],
])('%s', async (_, answer, reason, greeting) => {
  const port = await server(answer, greeting);
  const { watch, logged } = bench({ host: '127.0.0.1', port, timeout: '100ms' });
  expect(await watch().next()).toEqual({ stale: true });
  expect(logged).toEqual([`mpd: 127.0.0.1:${port}: ${reason}`]);
});

test.each([
  [{ host: '127.0.0.1', port: 1 }, '127.0.0.1:1: it refuses the connection'],
  [{ host: '/nowhere/socket' }, '/nowhere/socket: there is no such socket'],
])('nobody there: %o', async (options, reason) => {
  const { watch, logged } = bench(options);
  await watch().next();
  expect(logged).toEqual([`mpd: ${reason}`]);
});

const SONG = 'state: play\nelapsed: 1.5\nduration: 3\n';

test.each([
  ['a list of two', `${SONG}Artist: Ann\nArtist: Bob\nOK\n`, { artist: 'Ann, Bob', elapsed: 1.5, percent: 50 }],
  ['bytes that are no text', Buffer.from('Title: \xff\x1b[31mA\x07\nOK\n', 'latin1'), { title: '\uFFFDA' }],
  ['a huge value', `Title: ${'x'.repeat(60_000)}\nOK\n`, { title: 'x'.repeat(1_000) }],
  ['a line that is too long', `Title: ${'x'.repeat(70_000)}\nArtist: A\nOK\n`, { title: undefined, artist: 'A' }],
  ['numbers that are none', 'volume: -1\nsong: x\nduration: NaN\nelapsed: 1e999\nOK\n', { volume: undefined }],
  ['nothing', 'OK\n', { state: undefined }],
  ['an old server', 'state: pause\ntime: 61:180\nTime: 180\nOK\n', { elapsed: 61, duration: 180 }],
  ['a radio station', 'state: play\nName: Radio\ntime: 5:0\nelapsed: 5\nOK\n', { elapsed: 5, name: 'Radio' }],
  ['no lines', 'OK\r\n', { state: undefined }],
  ['names that are special', '__proto__: 1\nconstructor: 2\nTitle: A: B\nOK\n', { title: 'A: B' }],
])('%s', async (_, words, readings) => {
  const port = await server(saying(words));
  const { watch, logged } = bench({ host: '127.0.0.1', port });
  expect(await watch().next()).toMatchObject({ ...readings, stale: false });
  expect(logged).toEqual([]);
});

test('any pieces', async () => {
  const port = await server((socket, line) => {
    if (line !== 'command_list_end') return;
    const all = Buffer.from(`${SONG}Title: Ä\nOK\n`);
    const write = (at: number): unknown =>
      at < all.length && socket.write(all.subarray(at, at + 1), () => write(at + 1));
    write(0);
  });
  expect(await bench({ host: '127.0.0.1', port }).watch().next()).toMatchObject({ title: 'Ä', duration: 3 });
});

test('time goes on without a question, and not beyond the end', async () => {
  const asked: string[] = [];
  const port = await server((socket, line) => {
    asked.push(line);
    saying(`${SONG}OK\n`)(socket, line);
  });
  const { watch, tick } = bench({ host: '127.0.0.1', port });
  const watching = watch();
  const elapsed = [];
  for (let turn = 0; turn < 3; turn++) {
    elapsed.push((await watching.next()).elapsed);
    tick();
  }
  expect(elapsed).toEqual([1.5, 2.5, 3]);
  expect(asked.filter((line) => line === 'status')).toHaveLength(1);
});

test('a song without a bit rate yet is asked for once more', async () => {
  const asked: string[] = [];
  const port = await server((socket, line) => {
    asked.push(line);
    if (line === 'noidle') socket.write('OK\n');
    saying(asked.includes('noidle') ? `${SONG}bitrate: 0\nvolume: 5\nOK\n` : `${SONG}bitrate: 0\nOK\n`)(socket, line);
  });
  const watching = bench({ host: '127.0.0.1', port }).watch();
  await watching.until(({ volume }) => volume === 5);
  await expect.poll(() => asked.filter((line) => line.startsWith('idle'))).toHaveLength(2);
  expect(asked.filter((line) => line === 'noidle')).toHaveLength(1);
});

test('of a server that tells news without end readings change now and then', async () => {
  let asked = 0;
  const port = await server((socket, line) => {
    if (line === 'command_list_end') socket.write(`state: stop\nvolume: ${asked++ % 100}\nOK\n`);
    if (line.startsWith('idle')) socket.write('changed: mixer\nOK\n');
  });
  const watching = bench({ host: '127.0.0.1', port }).watch();
  await watching.until(() => asked > 500);
  expect(watching.seen.length).toBeLessThan(asked / 4);
});
