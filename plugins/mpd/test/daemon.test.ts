import process from 'node:process';
import { Secret } from '@lcdflow/core';
import { describe, expect, test } from 'vitest';
import { bench } from './bench.ts';
import { daemon, isThere, PASSWORD } from './daemon.ts';

const password = new Secret(PASSWORD);
const all = isThere ? describe : describe.skip;

all('MPD (needs apt-get install mpd mpc)', () => {
  test('what it does is told at once: it plays, rests, goes on, is louder, stops', async () => {
    const { port, mpc } = await daemon();
    const { watch, tick, logged } = bench({ host: '127.0.0.1', port, password });
    const watching = watch();
    expect(await watching.next()).toEqual({
      ...{ state: 'stop', length: 2, volume: 100, random: false, repeat: false, updated: 0, stale: false },
    });
    mpc('volume', '40');
    await watching.until(({ volume }) => volume === 40);
    mpc('play');
    const played = await watching.until(({ state, format }) => state === 'play' && format !== undefined);
    expect(played).toMatchObject({ title: 'One', artist: 'Ann', file: 'one.wav', duration: 30, position: 1 });
    expect(played).toMatchObject({ format: '8000:16:1', elapsed: expect.any(Number) });
    tick();
    const later = await watching.until(({ updated }) => updated === 1000);
    expect(later.elapsed).toBeCloseTo((played.elapsed as number) + 1, 0);
    expect(later.percent).toBeCloseTo(((later.elapsed as number) / 30) * 100);
    mpc('seek', '15');
    await watching.until(({ elapsed }) => (elapsed as number) >= 15);
    mpc('pause');
    expect(await watching.until(({ state }) => state === 'pause')).toMatchObject({ title: 'One' });
    mpc('play');
    // A player that is about to go on forgets what it is told meanwhile.
    await watching.until(({ state }) => state === 'play');
    mpc('next');
    expect(await watching.until(({ title }) => title === 'Two')).toMatchObject({ artist: 'Bob', position: 2 });
    mpc('random', 'on');
    await watching.until(({ random }) => random === true);
    mpc('stop');
    expect((await watching.until(({ state }) => state === 'stop')).elapsed).toBeUndefined();
    mpc('clear');
    expect(await watching.until(({ length }) => length === 0)).toMatchObject({ title: undefined });
    expect(logged).toEqual([]);
  });

  test('by its socket', async () => {
    const { socket } = await daemon();
    expect(await bench({ host: socket, password }).watch().next()).toMatchObject({ state: 'stop', length: 2 });
  });

  test('a file that it cannot play', async () => {
    const { port, mpc } = await daemon();
    mpc('clear');
    mpc('add', 'http://127.0.0.1:1/radio');
    const watching = bench({ host: '127.0.0.1', port, password }).watch();
    await watching.next();
    mpc('play');
    expect(await watching.until(({ error }) => error !== undefined)).toMatchObject({
      file: 'http://127.0.0.1:1/radio',
    });
  });

  test.each([
    ['no password', {}, 'it wants a password'],
    ['a wrong password', { password: new Secret('hunter3') }, 'it does not take this password'],
    ['a password of two lines', { password: new Secret('hunter3\nkill') }, 'expected a password of one line'],
  ])('%s is told once', async (_, options, reason) => {
    const { port } = await daemon();
    const { watch, logged } = bench({ host: '127.0.0.1', port, ...options });
    const watching = watch();
    for (let turn = 0; turn < 2; turn++) expect(await watching.next()).toEqual({ stale: true });
    expect(logged).toEqual([`mpd: 127.0.0.1:${port}: ${reason}`]);
  });

  test('one that is killed and starts again: all is back', async () => {
    const { port, kill, start, mpc } = await daemon();
    const { watch, logged } = bench({ host: '127.0.0.1', port, password, keep: '1h' });
    const watching = watch();
    mpc('play');
    await watching.until(({ title }) => title === 'One');
    await kill();
    expect(await watching.until(({ stale }) => stale === true)).toMatchObject({ title: 'One' });
    await start();
    await watching.until(({ stale }) => stale === false);
    mpc('clear');
    mpc('add', 'two.wav');
    mpc('play');
    expect(await watching.until(({ title }) => title === 'Two')).toMatchObject({ length: 1 });
    expect(logged.at(0)).toBe(`mpd: 127.0.0.1:${port}: it has closed the connection`);
    expect(logged.at(-1)).toBe('mpd: is back');
  });

  test('1,000 who come and go leave nothing, connected or not', async () => {
    const { port, mpc } = await daemon();
    mpc('play');
    const { watch, listeners } = bench({ host: '127.0.0.1', port, password });
    const first = watch();
    await first.next();
    first.stop();
    const inUse = () => process.getActiveResourcesInfo().filter((name) => /TCP|Pipe|Timeout|Connect/.test(name)).length;
    const before = inUse();
    for (let turn = 0; turn < 1_000; turn++) {
      const watching = watch();
      const known = watching.seen.length;
      if (turn % 4 === 0) await watching.until(() => watching.seen.length > known);
      if (turn % 4 === 1) await new Promise(setImmediate);
      watching.stop();
    }
    expect(listeners()).toBe(false);
    await expect.poll(inUse, { timeout: 5_000 }).toBeLessThanOrEqual(before);
  }, 60_000);
});
