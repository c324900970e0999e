import { assert, property, string, stringMatching } from 'fast-check';
import { expect, test } from 'vitest';
import { parseMeminfo } from './meminfo.ts';

test('reads amounts in bytes and passes over plain numbers', () => {
  const meminfo = 'MemTotal:       16 kB\nActive(anon):    3 kB\nHugePages_Total:       7\nSwapFree:  0 kB\n';
  expect([...parseMeminfo(meminfo)]).toEqual([
    ['MemTotal', 16_384],
    ['SwapFree', 0],
  ]);
});

test('garbage is passed over', () => {
  const nearly = stringMatching(/^([A-Z]\w{0,9}: {1,3}-?\d{0,40}( kB)?\n?){0,6}$/);
  for (const text of [string(), nearly])
    assert(
      property(text, (meminfo) => {
        for (const amount of parseMeminfo(meminfo).values()) {
          expect(Number.isFinite(amount)).toBe(true);
          expect(amount).toBeGreaterThanOrEqual(0);
        }
      }),
    );
});
