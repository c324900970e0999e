import { assert, property, string, stringMatching } from 'fast-check';
import { expect, test } from 'vitest';
import { countCores, parseCpuTimes, statNumber } from './proc-stat.ts';

test('reads the first eight numbers of each cpu line', () => {
  const stat = 'cpu  10 20 30 40 50 60 70 80 90 100\ncpu0 1 2 3 4\nintr 5 5 5 5\ncpu9 1 1 1 1\n';
  expect([...parseCpuTimes(stat)]).toEqual([
    ['cpu', { user: 30, system: 160, steal: 80, rest: 90, iowait: 50 }],
    ['cpu0', { user: 3, system: 3, steal: 0, rest: 4, iowait: 0 }],
  ]);
});

test('reads a number by its word and counts cores', () => {
  const stat = 'cpu  1 1 1 1\ncpu0 1 1 1 1\ncpu3 1 1 1 1\nprocs_running 7\nprocs_blocked 0\n';
  expect(countCores(stat)).toBe(2);
  expect(statNumber(stat, 'procs_running')).toBe(7);
  expect(statNumber(stat, 'procs_blocked')).toBe(0);
  expect(statNumber(stat, 'procs')).toBeUndefined();
});

test('passes over lines with too few numbers and cores no kernel has', () => {
  expect([...parseCpuTimes('cpu  1 2 3\ncpu0 1 2 x 4\ncpu12345 1 1 1 1\ncpu7 1 2 3 4\n').keys()]).toEqual(['cpu7']);
});

test('garbage is passed over', () => {
  const nearly = stringMatching(/^(cpu\d{0,12} {1,2}[\d -]{0,60}\n?){0,6}$/);
  for (const text of [string(), nearly])
    assert(
      property(text, (stat) => {
        for (const [name, times] of parseCpuTimes(stat)) {
          expect(name).toMatch(/^cpu\d{0,4}$/);
          expect(Object.values(times).every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
        }
        expect(countCores(stat) ?? 1).toBeGreaterThan(0);
        expect(statNumber(stat, 'procs_running')).toBeUndefined();
      }),
    );
});
