import { cpus, loadavg } from 'node:os';
import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { machine } from '../test/machine.ts';
import { clockAt, reading } from '../test/watch.ts';
import { load, parseLoad } from './load.ts';

test('tells the three means and the number of cores', () => {
  clockAt(1000);
  const watching = reading(load(machine('laptop').files), { every: '1s' }).watch();
  expect(watching.last).toEqual({ one: 0.52, five: 1.34, fifteen: 4.25, cores: 4 });
});

test('without /proc it goes by node:os', () => {
  clockAt(1000);
  const watching = reading(load(machine().files), { every: '1s' }).watch();
  const [one, five, fifteen] = loadavg();
  expect(watching.last.cores).toBe(cpus().length);
  expect(watching.last.one).toBeCloseTo(one!, 0);
  expect(watching.last.five).toBeCloseTo(five!, 0);
  expect(watching.last.fifteen).toBeCloseTo(fifteen!, 0);
});

test('says what it expected', () => {
  clockAt(1000);
  const odd = machine('laptop');
  odd.write('/proc/loadavg', 'low\n');
  const { logged, watch } = reading(load(odd.files), { every: '1s' });
  watch();
  expect(logged).toEqual(['warn load: /proc/loadavg: expected three numbers']);
});

test('garbage is no load', () => {
  assert(property(string(), (text) => parseLoad(text) === undefined));
});
