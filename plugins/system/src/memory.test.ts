import { freemem, totalmem } from 'node:os';
import { expect, test } from 'vitest';
import { machine } from '../test/machine.ts';
import { clockAt, reading } from '../test/watch.ts';
import { memory } from './memory.ts';

test('tells bytes of memory', () => {
  clockAt(1000);
  const watching = reading(memory(machine('laptop').files), { every: '1s' }).watch();
  expect(watching.last).toEqual({
    total: 16_384_000_000,
    used: 6_144_000_000,
    free: 2_048_000_000,
    available: 10_240_000_000,
    cached: 6_553_600_000,
    buffers: 512_000_000,
    percent: 37.5,
  });
});

test('reckons what is available where the kernel does not say', () => {
  clockAt(1000);
  const watching = reading(memory(machine('container').files), { every: '1s' }).watch();
  expect(watching.last).toMatchObject({ total: 1_024_000_000, available: 409_600_000, percent: 60 });
});

test('without /proc it goes by node:os', () => {
  clockAt(1000);
  const { total, available, used, cached } = reading(memory(machine().files), { every: '1s' }).watch().last;
  expect(total).toBe(totalmem());
  expect(Math.abs(Number(available) - freemem())).toBeLessThan(totalmem() / 4);
  expect(used).toBe(totalmem() - Number(available));
  expect(cached).toBeUndefined();
});

test('says which lines it expected', () => {
  clockAt(1000);
  const odd = machine('laptop');
  odd.write('/proc/meminfo', 'MemTotal: many\n');
  const { watch, logged } = reading(memory(odd.files), { every: '1s' });
  watch();
  expect(logged).toEqual(['warn memory: /proc/meminfo: expected lines `MemTotal` and `MemFree`']);
});
