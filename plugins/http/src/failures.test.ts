import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { Secret } from '@lcdflow/core';
import { expect, onTestFinished, test } from 'vitest';
import { bench, site, tlsSite } from '../test/bench.ts';
import { http } from './http.ts';

const DEFAULTS = { every: '1s', timeout: '5s', most: 65_536 };

/** What is logged of the first attempt, and its readings. */
async function outcome(options: object) {
  const { watch, logged } = bench(http('/'), { ...DEFAULTS, ...options });
  const readings = await watch().next();
  return { readings, logged };
}

const to =
  (location: string): RequestListener =>
  (_, answer) =>
    answer.writeHead(302, { location }).end();

const HUGE = Buffer.alloc(10_000_000, 'x');

test.each<[string, RequestListener, string, object?]>([
  ['no answer', () => {}, 'no answer within 50ms', { timeout: '50ms' }],
  ['half an answer', (_, answer) => answer.write('1'), 'no answer within 50ms', { timeout: '50ms' }],
  ['10 MB', (_, answer) => answer.end(HUGE), 'answers with more than 65536 bytes'],
  ['a line without end', (_, answer) => endless(answer), 'answers with more than 65536 bytes'],
  ['a circle', to('/'), 'redirects in a circle'],
  ['no address', to('http://['), 'redirects to what is no address'],
  ['a file', to('file:///etc/passwd'), 'redirects to file:, expected http'],
  ['an error', (_, answer) => answer.writeHead(500).end('1'), 'answers 500 Internal Server Error'],
  ['a status nobody knows', (_, answer) => answer.writeHead(599).end('1'), 'answers 599'],
  [
    'compressed',
    (_, answer) => answer.setHeader('content-encoding', 'br').end('1'),
    'answers compressed, which it was not asked for',
  ],
  ['cut off', (_, answer) => cutOff(answer), 'it has closed the connection early'],
  ['no JSON', (_, answer) => answer.end('<html>'), 'a: expected JSON', { readings: { a: { json: 'a' } } }],
])('%s', async (_, answer, reason, options = {}) => {
  const { url } = await site(answer);
  const { readings, logged } = await outcome({ url, ...options });
  expect(readings).toMatchObject({ updated: undefined, stale: true });
  expect(logged).toEqual([`http: ${url}/: ${reason}`]);
});

function endless(answer: Parameters<RequestListener>[1]): void {
  const more = () => {
    while (answer.write('x'.repeat(1000)));
  };
  answer.on('drain', more);
  more();
}

function cutOff(answer: Parameters<RequestListener>[1]): void {
  answer.writeHead(200, { 'content-length': 100 });
  answer.write('1', () => answer.destroy());
}

test.each([
  ['nothing', '', 'it has closed the connection early'],
  ['garbage', 'SSH-2.0-x\r\n', 'cannot be asked: HPE_INVALID_CONSTANT'],
  ['a huge header', `HTTP/1.1 200 OK\r\na: ${'x'.repeat(100_000)}\r\n\r\n`, 'cannot be asked: HPE_HEADER_OVERFLOW'],
])('a server that is none: %s', async (_, bytes, reason) => {
  const server = createServer((socket) => socket.on('error', () => {}).once('data', () => socket.end(bytes)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  expect((await outcome({ url })).logged).toEqual([`http: ${url}/: ${reason}`]);
});

test.each([
  ['file:///etc/passwd', 'expected an address of http or https, not file:'],
  ['http://she:word4@[', 'expected an address such as http://host/path'],
  ['http://she:word4@nowhere.invalid/', /^http:\/\/nowhere.invalid\/: its name is not known/],
])('%s', async (url, reason) => {
  const { logged } = await outcome({ url });
  expect(logged).toEqual([typeof reason === 'string' ? `http: ${reason}` : expect.stringMatching(/its name is not/)]);
  expect(logged.join()).not.toContain('word4');
});

test('it is redirected, within bounds, and tells its secrets to no other server', async () => {
  const other = await site(({ headers }, answer) => answer.end(JSON.stringify(headers)));
  const { url } = await site(({ url: path, headers }, answer) => {
    const [, number] = /^\/(\d)$/.exec(path!) ?? [];
    if (path === '/away') to(other.url)({} as never, answer as never);
    else if (number === '0') answer.end(headers['x-a']);
    else to(`/${Number(number) - 1}`)({} as never, answer as never);
  });
  const headers = { 'X-A': new Secret('hunter2') };
  expect((await outcome({ url: `${url}/5`, headers })).readings).toMatchObject({ text: 'hunter2' });
  expect((await outcome({ url: `${url}/6`, headers })).logged).toEqual([
    `http: ${url}/6: redirects more than 5 times, the last to ${url}/0`,
  ]);
  expect((await outcome({ url: `${url}/away`, headers })).readings.text).not.toContain('hunter2');
});

test('certificates', async () => {
  const own = await tlsSite((_, answer) => answer.end('1'), 'IP:127.0.0.1');
  const { url } = own;
  expect((await outcome({ url })).logged).toEqual([`http: ${url}/: its certificate is signed by itself`]);
  expect((await outcome({ url, authority: own.file })).readings).toMatchObject({ number: 1 });
  expect((await outcome({ url, authority: 'nowhere' })).logged).toEqual([
    `http: ${url}/: nowhere: cannot be read: ENOENT`,
  ]);
  const other = await tlsSite(to('http://127.0.0.1/'), 'DNS:other');
  expect((await outcome({ url: other.url, authority: other.file })).logged).toEqual([
    `http: ${other.url}/: its certificate is for another name`,
  ]);
  const down = await tlsSite(to('http://127.0.0.1/'), 'IP:127.0.0.1');
  expect((await outcome({ url: down.url, authority: down.file })).logged).toEqual([
    `http: ${down.url}/: redirects from https to http`,
  ]);
});
