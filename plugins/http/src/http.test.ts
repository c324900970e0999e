import { LcdError, Secret } from '@lcdflow/core';
import { throwError } from 'rxjs';
import { expect, test } from 'vitest';
import { bench, site } from '../test/bench.ts';
import { http } from './http.ts';

const DEFAULTS = { every: '1s', timeout: '5s', most: 65_536 };
const on = (options: object) => bench(http('/'), { ...DEFAULTS, ...options });

test('an address is asked at once and at each tick', async () => {
  let asked = 0;
  const { url } = await site((_, answer) => answer.end(`{"t": ${++asked}, "name": "hall"}`));
  const { watch, tick, logged } = on({ url, readings: { t: { json: 't' } }, pattern: 'name": "(?<name>\\w+)' });
  const watching = watch();
  expect(await watching.next()).toEqual({
    ...{ text: '{"t": 1, "name": "hall"}', number: 1, lines: ['{"t": 1, "name": "hall"}'], status: 200 },
    ...{ t: 1, name: 'hall', updated: 0, stale: false },
  });
  tick();
  expect(await watching.next()).toMatchObject({ t: 2, updated: 1000 });
  expect(logged).toEqual([]);
});

test('headers, user, password and parameters are sent, and are in no message', async () => {
  const seen: unknown[] = [];
  const { url } = await site(({ headers, url: path }, answer) => {
    seen.push([path, headers['x-token'], headers.authorization]);
    answer.writeHead(403, 'hunter2').end('hunter2');
  });
  const options = {
    ...{ user: 'me', password: new Secret('hunter2'), headers: { 'X-Token': new Secret('token3') } },
    parameters: { appid: new Secret('a key&') },
  };
  const { watch, logged } = on({ url: `${url.replace('//', '//she:word4@')}/a?b=word5`, ...options });
  expect(await watch().next()).toEqual({ status: 403, updated: undefined, stale: true });
  expect(seen).toEqual([['/a?b=word5&appid=a+key%26', 'token3', `Basic ${btoa('me:hunter2')}`]]);
  expect(logged).toEqual([`http: ${url}/a: answers 403 Forbidden`]);
});

test('user and password may stand in the address', async () => {
  const { url } = await site(({ headers }, answer) => answer.end(headers.authorization));
  const told = async (words: string) =>
    (
      await on({ url: url.replace('//', `//${words}@`) })
        .watch()
        .next()
    ).text;
  expect(await told('she:word4')).toBe(`Basic ${btoa('she:word4')}`);
  expect(await told('she%40home:50%25%3A')).toBe(`Basic ${btoa('she@home:50%:')}`);
  expect(await told('she:50%')).toBe(`Basic ${btoa('she:50%')}`);
});

test('a secret that is not there is told', async () => {
  const gone = new Secret(() => throwError(() => new LcdError('config', 'the environment variable X is not set')));
  const { watch, logged } = on({ url: 'http://127.0.0.1:1', headers: { A: gone } });
  await watch().next();
  expect(logged).toEqual(['http: http://127.0.0.1:1/: the environment variable X is not set']);
});

test('a header that cannot be one is told without it', async () => {
  const { watch, logged } = on({ url: 'http://127.0.0.1:1', headers: { A: new Secret('hunter2\r\nB: x') } });
  await watch().next();
  expect(logged).toEqual(['http: http://127.0.0.1:1/: a header holds characters that no header may hold']);
});

test('what has not changed is not sent again, and counts as new', async () => {
  const asked: unknown[] = [];
  const { url } = await site(({ headers }, answer) => {
    asked.push([headers['if-none-match'], headers['if-modified-since']]);
    if (headers['if-none-match'] === '"1"') answer.writeHead(304).end();
    else answer.writeHead(200, { etag: '"1"', 'last-modified': 'Sat, 21 Nov 2026 05:00:00 GMT' }).end('21.5');
  });
  const { watch, tick, logged } = on({ url });
  const watching = watch();
  expect(await watching.next()).toMatchObject({ number: 21.5, updated: 0 });
  tick();
  expect(await watching.next()).toMatchObject({ number: 21.5, status: 200, updated: 1000, stale: false });
  expect(asked).toEqual([
    [undefined, undefined],
    ['"1"', 'Sat, 21 Nov 2026 05:00:00 GMT'],
  ]);
  expect(logged).toEqual([]);
});

test('one that says nothing has changed before it has told anything', async () => {
  const { url } = await site((_, answer) => answer.writeHead(304).end());
  const { watch, logged } = on({ url });
  await watch().next();
  expect(logged).toEqual([`http: ${url}/: answers 304 Not Modified`]);
});

test('text in another alphabet, and in one that nobody knows', async () => {
  const { url } = await site(({ url: path }, answer) => {
    answer.setHeader('content-type', `text/plain; charset=${path!.slice(1)}`).end(Buffer.from('\xb0C', 'latin1'));
  });
  expect(
    await on({ url: `${url}/iso-8859-1` })
      .watch()
      .next(),
  ).toMatchObject({ text: '°C' });
  expect(
    await on({ url: `${url}/klingon` })
      .watch()
      .next(),
  ).toMatchObject({ text: '\uFFFDC' });
});

test('a server that restarts: kept values are stale, and it is told that it is back', async () => {
  const first = await site((_, answer) => answer.end('1'));
  const { watch, tick, logged } = on({ url: first.url, keep: '5s' });
  const watching = watch();
  await watching.next();
  await first.close();
  tick();
  expect(await watching.next()).toMatchObject({ number: 1, updated: 0, stale: true });
  await site((_, answer) => answer.end('2'), Number(new URL(first.url).port));
  tick();
  expect(await watching.next()).toMatchObject({ number: 2, updated: 2000, stale: false });
  expect(logged).toEqual([`http: ${first.url}/: it refuses the connection`, 'http: is back']);
});

test('one question at a time, and who leaves ends it', async () => {
  let [asked, closed] = [0, 0];
  const { url } = await site(({ socket }) => {
    asked++;
    socket.on('close', () => closed++);
  });
  const { watch, tick, logged } = on({ url });
  const watching = watch();
  await expect.poll(() => asked, { interval: 5 }).toBe(1);
  for (let turn = 0; turn < 5; turn++) tick();
  expect(closed).toBe(0);
  watching.stop();
  await expect.poll(() => closed, { interval: 5 }).toBe(1);
  expect([asked, watching.seen, logged]).toEqual([1, [], []]);
});

test('who comes back within the same period asks nothing', async () => {
  let asked = 0;
  const { url } = await site((_, answer) => answer.end(`${++asked}`));
  const { watch, tick } = on({ url });
  const first = watch();
  await first.next();
  first.stop();
  const again = watch();
  expect(await again.next()).toMatchObject({ number: 1 });
  tick();
  expect(await again.next()).toMatchObject({ number: 2 });
});

test('1,000 times asked and left, answered or not, nothing is left', async () => {
  let answered = 0;
  const { url, server } = await site((_, answer) => {
    if (++answered % 3 === 0) answer.socket!.destroy();
    else if (answered % 3 === 1) answer.end('1');
  });
  const { watch, tick, listeners } = on({ url, timeout: '50ms' });
  for (let turn = 0; turn < 1_000; turn++) {
    const watching = watch();
    if (turn % 4 === 0) await watching.next();
    if (turn % 4 === 1) await new Promise((resolve) => setImmediate(resolve));
    watching.stop();
    tick();
  }
  expect(listeners()).toBe(false);
  const open = () => new Promise((resolve) => server.getConnections((_, count) => resolve(count)));
  await expect.poll(open, { interval: 5 }).toBe(0);
  const resources = () => process.getActiveResourcesInfo().filter((name) => /TCPSocket|Connect/.test(name));
  await expect.poll(resources, { interval: 5 }).toEqual([]);
}, 60_000);
