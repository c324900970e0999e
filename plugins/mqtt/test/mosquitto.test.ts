import process from 'node:process';
import { type Readings, Secret } from '@lcdflow/core';
import { describe, expect, test } from 'vitest';
import type { MqttOptions } from '../src/options.ts';
import { bench } from './bench.ts';
import { type Broker, isThere, mosquitto, PASSWORD, USER } from './mosquitto.ts';

const on = ({ port }: Broker, options: Partial<MqttOptions>) =>
  bench({ url: `mqtt://127.0.0.1:${port}`, user: USER, password: new Secret(PASSWORD), ...options });

const all = isThere ? describe : describe.skip;

all('mosquitto (needs apt-get install mosquitto mosquitto-clients)', () => {
  test.each(['3.1.1', '5'] as const)('topics, retained or not, wildcards and JSON, by version %s', async (version) => {
    const broker = await mosquitto();
    broker.publish('home/hall/t', '21.5', true);
    broker.publish('home/attic/t', ' 3 °C', true);
    broker.publish('home/attic/json', '{"a":{"b":7}}', true);
    const readings = {
      hall: 'home/hall/t',
      rooms: { topic: 'home/+/t', as: 'number' },
      all: 'home/#',
      b: { topic: 'home/attic/json', json: 'a.b' },
      now: 'now',
    } as const;
    const { watch, logged } = on(broker, { readings, version, qos: 1 });
    const watching = watch();
    expect(await watching.until(({ b }) => b !== undefined)).toEqual({
      ...{ hall: 21.5, rooms: { hall: 21.5, attic: 3 }, b: 7, connected: true, updated: 0, stale: false },
      all: { 'hall/t': 21.5, 'attic/t': ' 3 °C', 'attic/json': '{"a":{"b":7}}' },
    });
    broker.publish('now', 'yes');
    broker.publish('home/cellar/t', '9');
    expect(await watching.until(({ rooms }) => 'cellar' in (rooms as object))).toMatchObject({
      ...{ now: 'yes', hall: 21.5, rooms: { cellar: 9 } },
    });
    expect(logged).toEqual([]);
  });

  test('what was retained does not count when it is not wanted', async () => {
    const broker = await mosquitto();
    broker.publish('t', '1', true);
    const watching = on(broker, { retained: false }).watch();
    expect(await watching.next()).toMatchObject({ connected: true, t: undefined });
    broker.publish('t', '2', true);
    expect(await watching.next()).toMatchObject({ t: 2 });
    expect(watching.seen.map(({ t }) => t)).toEqual([undefined, 2]);
  });

  test.each([
    ['TLS', 'mqtts', 'tlsPort'],
    ['a web server', 'ws', 'webPort'],
  ] as const)('by %s', async (_, scheme, port) => {
    const broker = await mosquitto();
    broker.publish('t', '1', true);
    const url = `${scheme}://127.0.0.1:${broker[port]}`;
    const watching = on(broker, { url, authority: broker.authority }).watch();
    expect(await watching.until(({ t }) => t !== undefined)).toMatchObject({ t: 1 });
  });

  test('user and password may stand in the address, and are in no message', async () => {
    const broker = await mosquitto();
    broker.publish('t', '1', true);
    const right = `mqtt://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${broker.port}`;
    expect(
      await bench({ url: right })
        .watch()
        .until(({ t }) => t !== undefined),
    ).toMatchObject({ t: 1 });
    const wrong = bench({ url: right.replace('hunter2', 'hunter3') });
    await wrong.watch().next();
    expect(wrong.logged).toEqual([`mqtt: mqtt://127.0.0.1:${broker.port}: it does not let this user in`]);
  });

  test.each([
    ['a wrong password', { password: new Secret('hunter3') }, /: it does not let this user in$/],
    ['a wrong password by version 5', { password: new Secret('hunter3'), version: '5' }, /: it does not let this user/],
  ] as const)('%s is told once', async (_, options, reason) => {
    const broker = await mosquitto();
    const { watch, logged } = on(broker, options);
    const watching = watch();
    for (let turn = 0; turn < 2; turn++)
      expect(await watching.next()).toMatchObject({ connected: false, stale: true, updated: undefined });
    expect(logged).toEqual([expect.stringMatching(reason)]);
    expect(logged.join()).not.toContain('hunter');
  });

  test('an authority that is not trusted', async () => {
    const broker = await mosquitto();
    const { watch, logged } = on(broker, { url: `mqtts://127.0.0.1:${broker.tlsPort}` });
    await watch().next();
    expect(logged).toEqual([expect.stringMatching(/: its certificate is signed by an authority that is not trusted$/)]);
  });

  test('10 MB, bytes that are no text and colours do no harm', async () => {
    const broker = await mosquitto();
    const { watch, logged } = on(broker, { readings: { big: 'big', odd: 'odd', ok: 'ok' } });
    const watching = watch();
    await watching.next();
    broker.publish('big', Buffer.alloc(10_000_000, 'x'));
    expect(await watching.until(({ stale }) => stale === true)).toMatchObject({ big: undefined, connected: true });
    broker.publish('odd', Buffer.from([0, 0xff, 0x1b, 0x5b, 0x33, 0x31, 0x6d, 0x41]));
    expect(await watching.until(({ odd }) => odd !== undefined)).toMatchObject({ odd: '\uFFFDA' });
    broker.publish('big', '5');
    expect(await watching.until(({ big }) => big !== undefined)).toMatchObject({
      big: 5,
      odd: '\uFFFDA',
      stale: false,
    });
    expect(logged).toEqual(['mqtt: big: a message of more than 65536 bytes', 'mqtt: is back']);
  });

  test.each([
    ['TCP', 'mqtt', 'port'],
    ['TLS', 'mqtts', 'tlsPort'],
  ] as const)('messages that are too large leave the connection and all else alone, by %s', async (_, scheme, port) => {
    const broker = await mosquitto();
    broker.publish('big', Buffer.alloc(10_000_000, 'x'), true);
    broker.publish('ok', '1', true);
    const url = `${scheme}://127.0.0.1:${broker[port]}`;
    const readings = { big: 'big', ok: 'ok' };
    const { watch, logged } = on(broker, { url, authority: broker.authority, readings, qos: 2 });
    const watching = watch();
    const told = ({ ok, stale }: Readings) => ok === 1 && stale === true;
    expect(await watching.until(told)).toMatchObject({ big: undefined, connected: true });
    // More than a broker lets be on the way without an acknowledgement.
    for (let turn = 0; turn < 25; turn++) broker.publish('big', Buffer.alloc(200_000, 'x'));
    broker.publish('ok', '2');
    expect(await watching.until(({ ok }) => ok === 2)).toMatchObject({ connected: true });
    expect(watching.seen.filter(({ connected }) => connected !== true)).toEqual([]);
    expect(logged).toEqual(['mqtt: big: a message of more than 65536 bytes']);
  });

  test('a message that is too large leaves the connection alone by a web server, too', async () => {
    const broker = await mosquitto();
    broker.publish('big', Buffer.alloc(200_000, 'x'), true);
    const url = `ws://127.0.0.1:${broker.webPort}`;
    const { watch, logged } = on(broker, { url, readings: { big: 'big', ok: 'ok' }, qos: 1 });
    const watching = watch();
    await watching.next();
    // This broker goes on with a large message only when there is another one to send.
    const isThere = () => {
      broker.publish('ok', '2');
      return watching.seen.at(-1)?.ok;
    };
    await expect.poll(isThere, { interval: 20, timeout: 10_000 }).toBe(2);
    expect(watching.seen.filter(({ connected }) => connected !== true)).toEqual([]);
    expect(logged).toEqual(['mqtt: big: a message of more than 65536 bytes']);
  });

  test('one of more than 16 MiB by a web server ends the connection', async () => {
    const broker = await mosquitto();
    const { watch, logged } = on(broker, { url: `ws://127.0.0.1:${broker.webPort}`, readings: { big: 'big' } });
    const watching = watch();
    await watching.next();
    broker.publish('big', Buffer.alloc(20_000_000, 'x'));
    await watching.until(({ connected }) => connected === false);
    expect(logged).toEqual([expect.stringMatching(/: it has sent a message of more than 16 MiB$/)]);
  });

  test('a broker that is killed and starts again: all is back', async () => {
    const broker = await mosquitto();
    broker.publish('t', '1', true);
    const { watch, logged, tick } = on(broker, { keep: '1h' });
    const watching = watch();
    await watching.until(({ t }) => t === 1);
    await broker.kill();
    expect(await watching.next()).toMatchObject({ t: 1, connected: false, stale: true, updated: 0 });
    tick();
    await broker.start();
    expect(await watching.until(({ connected }) => connected === true)).toMatchObject({ t: 1, stale: false });
    broker.publish('t', '2');
    expect(await watching.until(({ t }) => t === 2)).toMatchObject({ connected: true, updated: 1000 });
    expect(logged.at(0)).toBe(`mqtt: mqtt://127.0.0.1:${broker.port}: it has closed the connection`);
    expect(logged.at(-1)).toBe('mqtt: is back');
    expect(logged.join()).not.toContain('hunter');
  });

  test('1,000 who come and go leave nothing, whether connected or not', async () => {
    const broker = await mosquitto();
    broker.publish('t', '1', true);
    const { watch, listeners } = on(broker, {});
    const first = watch();
    await first.until(({ t }) => t === 1);
    first.stop();
    const inUse = () => process.getActiveResourcesInfo().filter((name) => /TCP|Timeout|Immediate|Connect/.test(name));
    await expect.poll(inUse).toEqual([]);
    for (let turn = 0; turn < 1_000; turn++) {
      const watching = watch();
      if (turn % 4 === 0) await watching.until(({ connected, updated }) => connected === true && updated === 0);
      if (turn % 4 === 1) await Promise.resolve();
      if (turn % 4 === 2) await new Promise(setImmediate);
      watching.stop();
    }
    expect(listeners()).toBe(false);
    await expect.poll(inUse, { timeout: 5_000 }).toEqual([]);
  }, 60_000);
});
