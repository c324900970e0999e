import { uptime as systemUptime } from 'node:os';
import { assert, property, string } from 'fast-check';
import { expect, test, vi } from 'vitest';
import { machine } from '../test/machine.ts';
import { clockAt, reading } from '../test/watch.ts';
import { parseUptime, uptime } from './uptime.ts';

test('tells whole seconds, and a start that does not tremble', () => {
  clockAt(1_753_000_000_000);
  const laptop = machine('laptop');
  const watching = reading(uptime(laptop.files), { every: '1s' }).watch();
  expect(watching.last).toEqual({ seconds: 3725, booted: 1_752_996_274_520 });
  laptop.write('/proc/uptime', '3726.51 11001.00\n');
  vi.advanceTimersByTime(1000);
  expect(watching.last).toEqual({ seconds: 3726, booted: 1_752_996_274_520 });
});

test('the start moves with the clock when that is set', () => {
  clockAt(1_753_000_000_000);
  const laptop = machine('laptop');
  const { watch } = reading(uptime(laptop.files), { every: '1s' });
  watch().stop();
  vi.setSystemTime(1_753_003_600_000);
  expect(watch().last).toEqual({ seconds: 3725, booted: 1_752_999_874_520 });
});

test('without /proc it goes by node:os', () => {
  clockAt(1_753_000_000_000);
  const { seconds } = reading(uptime(machine().files), { every: '1s' }).watch().last;
  expect(Math.abs(Number(seconds) - systemUptime())).toBeLessThan(5);
});

test('says what it expected', () => {
  clockAt(1000);
  const odd = machine('laptop');
  odd.write('/proc/uptime', 'long\n');
  const { logged, watch } = reading(uptime(odd.files), { every: '1s' });
  watch();
  expect(logged).toEqual(['warn uptime: /proc/uptime: expected a number']);
});

test('garbage is no uptime', () => {
  assert(property(string(), (text) => parseUptime(text) === undefined));
});
