import { cpus } from 'node:os';
import { expect, test, vi } from 'vitest';
import { machine } from '../test/machine.ts';
import { clockAt, reading } from '../test/watch.ts';
import { cpu } from './cpu.ts';

// From 100 ticks of each core, and 400 of all: see test/fixtures/laptop and laptop-later.
const SHARES = { busy: 51.25, user: 43.75, system: 6.25, iowait: 6.25 };
const CORES = [{ busy: 80 }, { busy: 0 }, { busy: 100 }, { busy: 25 }];

test('tells shares of the time since the measurement before', () => {
  clockAt(1000);
  const laptop = machine('laptop');
  const watching = reading(cpu(laptop.files), { every: '1s' }).watch();
  expect(watching.last.busy).toBeUndefined();
  expect(watching.last.count).toBe(4);
  laptop.becomes('laptop-later');
  vi.advanceTimersByTime(250);
  expect(watching.last).toEqual({ ...SHARES, count: 4, cores: CORES });
});

test('has no shares when no time was counted', () => {
  clockAt(1000);
  const watching = reading(cpu(machine('laptop').files), { every: '1s' }).watch();
  vi.advanceTimersByTime(250);
  expect(watching.last).toEqual({ count: 4, cores: [{}, {}, {}, {}] });
});

test('a core that goes offline has no value, and none at first when it comes back', () => {
  clockAt(1000);
  const laptop = machine('laptop');
  const { logged, watch } = reading(cpu(laptop.files), { every: '1s' });
  const watching = watch();
  const without = (stat: string) => stat.replace(/^cpu2 .*\n/m, '');
  laptop.becomes('laptop-later');
  laptop.write('/proc/stat', without(laptop.files.text('/proc/stat')));
  vi.advanceTimersByTime(250);
  expect(watching.last).toMatchObject({
    count: 3,
    cores: [{ busy: 80 }, { busy: 0 }, { busy: undefined }, { busy: 25 }],
  });
  laptop.becomes('laptop-later');
  vi.advanceTimersByTime(750);
  expect(watching.last).toMatchObject({ count: 4 });
  expect(watching.last.cores).toEqual([{}, {}, {}, {}]);
  expect(logged).toEqual([]);
});

test('time that moves from iowait to idle is neither busy nor negative', () => {
  clockAt(1000);
  const one = machine();
  one.write('/proc/stat', 'cpu 100 0 100 1000 500\ncpu0 100 0 100 1000 500\n');
  const watching = reading(cpu(one.files), { every: '1s' }).watch();
  one.write('/proc/stat', 'cpu 125 0 125 1100 450\ncpu0 125 0 125 1100 450\n');
  vi.advanceTimersByTime(250);
  expect(watching.last).toMatchObject({ busy: 50, user: 25, system: 25, iowait: undefined });
});

test('counters that were reset give no value once', () => {
  clockAt(1000);
  const laptop = machine('laptop-later');
  const watching = reading(cpu(laptop.files), { every: '1s' }).watch();
  laptop.becomes('laptop');
  vi.advanceTimersByTime(250);
  expect(watching.last.busy).toBeUndefined();
  laptop.becomes('laptop-later');
  vi.advanceTimersByTime(750);
  expect(watching.last.busy).toBe(SHARES.busy);
});

test('after a pause the first reading is the mean since the last one', () => {
  clockAt(1000);
  const laptop = machine('laptop');
  const { watch } = reading(cpu(laptop.files), { every: '1s' });
  const before = watch();
  vi.advanceTimersByTime(250);
  before.stop();
  laptop.becomes('laptop-later');
  vi.advanceTimersByTime(60_000);
  const after = watch();
  expect(after.seen).toEqual([[61_250, { ...SHARES, count: 4, cores: CORES }]]);
});

test('says what is missing once, and once that it is back', () => {
  clockAt(1000);
  const laptop = machine('laptop');
  const { logged, watch } = reading(cpu(laptop.files), { every: '1s' });
  const watching = watch();
  laptop.remove('/proc/stat');
  vi.advanceTimersByTime(3000);
  expect(watching.last).toEqual({});
  laptop.becomes('laptop-later');
  vi.advanceTimersByTime(1000);
  expect(watching.last).toMatchObject(SHARES);
  laptop.write('/proc/stat', 'btime 1\n');
  vi.advanceTimersByTime(2000);
  expect(logged).toEqual([
    'warn cpu: /proc/stat: cannot be read: ENOENT',
    'info cpu: is back',
    'warn cpu: /proc/stat: expected a line `cpu` with four numbers or more',
  ]);
});

test('without /proc it goes by node:os', () => {
  clockAt(1000);
  const { logged, watch } = reading(cpu(machine().files), { every: '1s' });
  const watching = watch();
  expect(watching.last.count).toBe(cpus().length);
  expect(watching.last.cores).toHaveLength(cpus().length);
  expect(logged).toEqual([]);
});
