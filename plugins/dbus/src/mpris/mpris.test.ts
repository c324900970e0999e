import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bench } from '../../test/bench.ts';
import { busTest, connections, daemon, hasDaemon, none } from '../../test/daemon.ts';
import { fakePlayer, track } from '../../test/fake-player.ts';
import { mpris } from './mpris.ts';

busTest('what is played, where it is, and all that changes', async () => {
  const bus = await daemon();
  const { watch, tick, logged } = bench(mpris, { address: bus.address });
  const watching = watch();
  expect(await watching.until(() => true)).toEqual({ players: [], updated: 0, stale: false });
  const player = await fakePlayer(bus, 'vlc.instance7', { Metadata: track('Fugue', ['Bach', 'Gould'], 180) });
  expect(await watching.until(({ state }) => state === 'playing')).toEqual({
    ...{ state: 'playing', title: 'Fugue', artist: 'Bach, Gould', album: 'Works', length: 180, position: 0 },
    ...{ volume: 50, art: 'file:///cover.png', player: 'vlc', players: ['vlc.instance7'], updated: 0, stale: false },
  });
  tick();
  expect(await watching.until(() => true)).toMatchObject({ position: 1 });
  player.seek(90);
  await watching.until(({ position }) => position === 90);
  tick();
  expect(await watching.until(() => true)).toMatchObject({ position: 91 });
  player.change({ PlaybackStatus: 'Paused', Position: 92_500_000n, Volume: 1.2 });
  const paused = await watching.until(({ state }) => state === 'paused');
  expect(paused).toMatchObject({ position: 92.5, volume: 100 });
  const seen = watching.seen.length;
  tick();
  expect(watching.seen).toHaveLength(seen);
  player.change({ PlaybackStatus: 'Playing', Metadata: track('\x1b[31mAir\n', ['x'.repeat(10_000)], 0), Position: 0n });
  const { title, artist, position } = await watching.until(({ state }) => state === 'playing');
  expect([title, (artist as string).length, position]).toEqual(['Air', 256, 0]);
  player.leave();
  expect(await watching.until(({ state }) => state === undefined)).toMatchObject({ players: [] });
  expect(logged).toEqual([]);
});

busTest('of several the one that plays, or the one that is asked for', async () => {
  const bus = await daemon();
  const one = await fakePlayer(bus, 'mpd', { PlaybackStatus: 'Paused', Metadata: track('One', [], 1) });
  await fakePlayer(bus, 'vlc', { PlaybackStatus: 'Stopped', Metadata: track('Two', [], 1) });
  const any = bench(mpris, { address: bus.address }).watch();
  const only = bench(mpris, { address: bus.address, player: 'vlc' }).watch();
  expect(await any.until(() => true)).toMatchObject({ title: 'One', players: ['mpd', 'vlc'] });
  expect(await only.until(() => true)).toMatchObject({ title: 'Two', state: 'stopped', players: ['vlc'] });
  const third = await fakePlayer(bus, 'spotify', { Metadata: track('Three', [], 1) });
  await any.until(({ title }) => title === 'Three');
  third.leave();
  await any.until(({ title }) => title === 'One');
  one.leave();
  await any.until(({ title }) => title === 'Two');
});

busTest('a player that does not answer is left out', async () => {
  const bus = await daemon();
  const mute = await bus.join('org.mpris.MediaPlayer2.mute');
  mute.addMethodHandler(() => true);
  await fakePlayer(bus, 'mpd', { Metadata: track('One', [], 1) });
  const { watch, logged } = bench(mpris, { address: bus.address });
  expect(await watch().until(() => true)).toMatchObject({ title: 'One', players: ['mpd'] });
  expect(logged).toEqual([]);
});

busTest('the daemon is killed and comes back, and the player, too', async () => {
  const bus = await daemon();
  await fakePlayer(bus, 'mpd', { Metadata: track('One', [], 1) });
  const { watch, logged } = bench(mpris, { address: bus.address });
  const watching = watch();
  await watching.until(({ title }) => title === 'One');
  await bus.kill();
  expect(await watching.until(({ stale }) => stale === true)).toEqual({ updated: undefined, stale: true });
  await bus.start();
  await fakePlayer(bus, 'mpd', { Metadata: track('Two', [], 1) });
  await watching.until(({ title }) => title === 'Two');
  expect([logged[0], logged.at(-1)]).toEqual([`mpris: ${bus.socket}: has closed the connection`, 'mpris: is back']);
});

busTest('1,000 times watched and left, nothing is left', async () => {
  const bus = await daemon();
  const asking = await bus.join();
  const { watch, logged } = bench(mpris, { address: bus.address });
  const pipes = () => process.getActiveResourcesInfo().filter((name) => /^Pipe/.test(name)).length;
  const before = pipes();
  for (let turn = 0; turn < 1_000; turn++) {
    const watching = watch();
    if (turn % 10 === 0) await watching.until(() => true);
    else for (let moment = 0; moment < turn % 10; moment++) await new Promise((resolve) => setImmediate(resolve));
    watching.stop();
  }
  await none(asking);
  await expect.poll(pipes, { interval: 5 }).toBeLessThanOrEqual(before);
  expect([await connections(asking), logged]).toEqual([0, []]);
});

const hasPlayerctl = existsSync('/usr/bin/playerctl');

test.skipIf(!hasDaemon || !hasPlayerctl)(
  'playerctl reads the same (needs apt-get install dbus playerctl)',
  async () => {
    const bus = await daemon();
    await fakePlayer(bus, 'mpd', {
      Metadata: track('Fugue', ['Bach'], 180),
      PlaybackStatus: 'Paused',
      Position: 42_000_000n,
    });
    const { watch } = bench(mpris, { address: bus.address });
    const { artist, title, album, state, volume, position, length } = await watch().until(() => true);
    const format =
      '{{artist}}|{{title}}|{{album}}|{{lc(status)}}|{{volume * 100}}|{{position / 1000000}}|{{mpris:length / 1000000}}';
    const asked = spawn('playerctl', ['metadata', '--format', format], {
      env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: bus.address },
    });
    let told = '';
    for (const output of [asked.stdout, asked.stderr]) output.on('data', (bytes) => (told += bytes));
    await new Promise((resolve) => asked.once('close', resolve));
    expect([artist, title, album, state, volume, position, length].join('|')).toBe(
      told.trim().replace(/\.0+(?=\||$)/g, ''),
    );
  },
);
