import { expect, test } from 'vitest';
import { machine } from '../test/machine.ts';
import { clockAt, reading } from '../test/watch.ts';
import { swap } from './swap.ts';

test('tells bytes of swap space', () => {
  clockAt(1000);
  const watching = reading(swap(machine('laptop').files), { every: '1s' }).watch();
  expect(watching.last).toEqual({ total: 4_096_000_000, used: 1_024_000_000, free: 3_072_000_000, percent: 25 });
});

test('no swap space is 0 bytes, and no share of it', () => {
  clockAt(1000);
  const watching = reading(swap(machine('container').files), { every: '1s' }).watch();
  expect(watching.last).toEqual({ total: 0, used: 0, free: 0, percent: undefined });
});

test('is missing without /proc', () => {
  clockAt(1000);
  const { watch, logged } = reading(swap(machine().files), { every: '1s' });
  expect(watch().last).toEqual({});
  expect(logged).toEqual(['warn swap: needs /proc/meminfo, which only Linux has']);
});

test('says which lines it expected', () => {
  clockAt(1000);
  const odd = machine('laptop');
  odd.write('/proc/meminfo', 'SwapTotal: many\n');
  const { watch, logged } = reading(swap(odd.files), { every: '1s' });
  watch();
  expect(logged).toEqual(['warn swap: /proc/meminfo: expected lines `SwapTotal` and `SwapFree`']);
});
