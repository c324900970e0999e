import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { assert, property, string, stringMatching } from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { folder, machine } from '../test/machine.ts';
import { watch } from '../test/watch.ts';
import { nvidiaSmi, parseLine } from './nvidia-smi.ts';

const RTX = '0, NVIDIA GeForce RTX 4070, 00000000:01:00.0, 42, 2048, 12282, 55, 118.42, 2475, 30';
const TESLA = '1, Tesla T4, 00000000:02:00.0, [N/A], 0, 15360, 39, [Not Supported], 300, [N/A]';

/** Puts a program of this text before all others, and tells the numbers of the processes it has started. */
function fakeSmi(script: string): () => number[] {
  const place = folder();
  writeFileSync(join(place, 'nvidia-smi'), `#!/bin/sh\necho $$ "$@" >> "${place}/started"\n${script}\n`, {
    mode: 0o755,
  });
  vi.stubEnv('PATH', `${place}${delimiter}${process.env.PATH}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  return () => {
    const started = join(place, 'started');
    return existsSync(started)
      ? readFileSync(started, 'utf8')
          .trim()
          .split('\n')
          .map((line) => Number.parseInt(line, 10))
      : [];
  };
}

const isRunning = (pid: number): boolean =>
  existsSync(`/proc/${pid}/stat`) && !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));

const FAST = { interval: 5, timeout: 5_000 };

test('one process tells of all cards, and ends with the last who looks, with all it has started', async () => {
  const started = fakeSmi(`echo "${RTX}"; echo "${TESLA}"; sleep 1000 & echo $! >> "$(dirname "$0")/started"; wait`);
  const { count, seen, tick, stop, logged } = watch(machine('nvidia'));
  await count(1);
  await expect.poll(() => seen.at(-1)!.cards, FAST).toHaveLength(2);
  expect(seen.at(-1)).toMatchObject({
    ...{ id: 'gpu0', address: '0000:01:00.0', name: 'NVIDIA GeForce RTX 4070', busy: 42, celsius: 55, power: 118.42 },
    ...{ frequency: 2_475_000_000, fan: 30, memory: { used: 2 ** 31, total: 12282 * 2 ** 20 } },
    cards: [{}, { id: 'gpu1', busy: undefined, power: undefined, fan: undefined, memory: { percent: 0 } }],
  });
  for (let second = 0; second < 5; second++) tick();
  await expect.poll(started, FAST).toHaveLength(2);
  stop();
  await expect.poll(() => started().filter(isRunning), FAST).toEqual([]);
  expect(logged).toEqual([]);
});

test('one that ends is started again, later and later', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const started = fakeSmi('echo "Failed to initialize NVML: Insufficient Permissions"; exit 4');
  const { count, logged, seen } = watch(machine('nvidia'));
  await count(1);
  for (const [runs, pause] of [1, 2, 3].map((runs) => [runs, 1000 * 2 ** (runs - 1)] as const)) {
    await expect.poll(() => seen.length, FAST).toBe(runs);
    // Polling moves the clock by a few milliseconds, too.
    vi.advanceTimersByTime(pause / 2);
    expect(started()).toHaveLength(runs);
    vi.advanceTimersByTime(pause / 2);
  }
  expect(logged).toEqual([
    'gpu: nvidia-smi: Failed to initialize NVML: Insufficient Permissions: permission: add the user to group video or render',
  ]);
});

test('one that is silent is ended and started again', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const started = fakeSmi('exec sleep 1000');
  const { count, logged } = watch(machine('nvidia'));
  await expect.poll(started, FAST).toHaveLength(1);
  vi.advanceTimersByTime(10_000);
  await count(1);
  await expect.poll(() => started().filter(isRunning), FAST).toEqual([]);
  vi.advanceTimersByTime(1000);
  await expect.poll(started, FAST).toHaveLength(2);
  expect(logged.at(-1)).toMatch(/nvidia-smi: no answer$/);
});

test('without the program it says what to install', async () => {
  vi.stubEnv('PATH', folder());
  onTestFinished(() => void vi.unstubAllEnvs());
  const { count, logged } = watch(machine('nvidia'));
  await count(1);
  expect(logged).toEqual([
    'gpu: no nvidia-smi: install it (Debian: package nvidia-smi), of the same version as the driver',
  ]);
});

test('however often it fails, nothing piles up', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  vi.stubEnv('PATH', folder());
  onTestFinished(() => void vi.unstubAllEnvs());
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = Number.POSITIVE_INFINITY;
  onTestFinished(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });
  const depths: number[] = [];
  const subscription = nvidiaSmi(1).subscribe(() => depths.push(new Error('how deep').stack!.split('\n').length));
  onTestFinished(() => subscription.unsubscribe());
  for (let failures = 1; failures <= 200; failures++) {
    while (depths.length < failures) await new Promise((resolve) => setImmediate(resolve));
    vi.advanceTimersByTime(60_000);
  }
  expect(depths.at(-1)).toBeLessThan(depths[1]! + 10);
});

test('without its driver no process is started', async () => {
  const started = fakeSmi(`echo "${RTX}"`);
  await watch(machine('amd')).count(1);
  expect(started()).toEqual([]);
});

test('garbage is no card', () => {
  for (const text of [string(), stringMatching(/^\d{1,4}(, [^,]{0,9}){8,10}$/)])
    assert(
      property(text, (line) => {
        const { busy = 0, memory } = parseLine(line) ?? {};
        expect(busy >= 0 && busy <= 100).toBe(true);
        expect(memory?.percent ?? 0).toBeLessThanOrEqual(100);
      }),
    );
});
