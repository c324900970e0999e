import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { firstValueFrom, take, toArray } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Reading } from './reading.ts';
import { type Asking, type Kept, webBytes } from './web-bytes.ts';

let server: Server;
let home: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: IncomingMessage[];

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  home = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const words = (reading: Reading): string =>
  reading instanceof Uint8Array ? Buffer.from(reading).toString() : reading.message.replace(home, 'home');
const ask = async (more: Partial<Asking> = {}, count = 1, kept: Kept = new Map()): Promise<readonly string[]> => {
  const asking: Asking = { url: `http://${home}/a.png`, refresh: undefined, ...more };
  return (await firstValueFrom(webBytes(asking, kept).pipe(take(count), toArray()))).map(words);
};

test('what is answered, once', async () => {
  answer = (_, response) => response.end('one');
  expect(await ask({}, 2)).toEqual(['one']);
  expect(asked.length).toBe(1);
});

test('asked again after the time that the option tells, and what has not changed is not sent again', async () => {
  answer = ({ headers }, response) => {
    const mark = asked.length < 3 ? '"1"' : '"2"';
    if (headers['if-none-match'] === mark) response.writeHead(304).end();
    else response.writeHead(200, { etag: mark }).end(`answer ${asked.length}`);
  };
  const kept: Kept = new Map();
  expect(await ask({ refresh: 5 }, 2, kept)).toEqual(['answer 1', 'answer 3']);
  expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"', '"1"']);
  expect(await ask({}, 2, kept)).toEqual(['answer 3']);
  expect(asked.length).toBe(4);
});

test('redirects are followed, but not for ever, nor to something else, and take no password along', async () => {
  answer = ({ url }, response) => {
    const step = Number(url!.slice(2));
    if (step === 0) response.end('there');
    else response.writeHead(302, { location: step > 0 ? `/s${step - 1}` : 'file:///etc/passwd' }).end();
  };
  expect(await ask({ url: `http://${home}/s5` })).toEqual(['there']);
  expect(await ask({ url: `http://${home}/s6` })).toEqual(['http://home/s6: expected at most 5 redirects']);
  expect(await ask({ url: `http://${home}/s-1` })).toEqual([
    'http://home/s-1: redirects to something else than http and https',
  ]);
  asked = [];
  const far = home.replace('127.0.0.1', 'localhost');
  answer = ({ url }, response) =>
    url === '/far' ? response.end('far') : response.writeHead(301, { location: `http://${far}/far` }).end();
  await ask({ url: `http://me:pa%20ss@${home}/a` });
  expect(asked[0]!.headers.authorization).toBe(`Basic ${Buffer.from('me:pa ss').toString('base64')}`);
  expect(asked[1]?.headers.authorization).toBeUndefined();
});

test('what fails is told without anything secret, and asked again', async () => {
  answer = (_, response) => {
    if (asked.length === 1) response.writeHead(503).end('later');
    else if (asked.length === 2) response.end('here');
  };
  expect(await ask({ url: `http://me:secret@${home}/a.png?key=secret` }, 2)).toEqual([
    'http://home/a.png: answers with status 503',
    'here',
  ]);
});

test('more than ten megabytes, half an answer, and nobody there', async () => {
  answer = (_, response) => {
    response.on('error', () => {});
    response.write(Buffer.alloc(6_000_000));
    response.end(Buffer.alloc(6_000_000));
  };
  expect(await ask()).toEqual(['http://home/a.png: answers with more than 10485760 bytes']);
  answer = (_, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('half', () => response.destroy());
  };
  expect((await ask())[0]).toMatch(/^http:\/\/home\/a\.png: cannot be asked: \w+$/);
  const nobody = createServer();
  await new Promise<void>((done) => void nobody.listen(0, '127.0.0.1', done));
  const { port } = nobody.address() as AddressInfo;
  await new Promise((done) => nobody.close(done));
  expect(await ask({ url: `http://127.0.0.1:${port}/` })).toEqual([
    `http://127.0.0.1:${port}/: cannot be asked: ECONNREFUSED`,
  ]);
});

test('the request ends with the subscription', async () => {
  let closed: () => void = () => {};
  const isClosed = new Promise<void>((done) => {
    closed = done;
  });
  const isAsked = new Promise<void>((done) => {
    answer = (_, response) => {
      response.on('close', closed);
      done();
    };
  });
  const subscription = webBytes({ url: `http://${home}/`, refresh: undefined }, new Map()).subscribe();
  await isAsked;
  subscription.unsubscribe();
  await isClosed;
});
