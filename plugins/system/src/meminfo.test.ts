import { assert, property, string, stringMatching } from 'fast-check';
import { expect, test } from 'vitest';
import { amountIn } from './meminfo.ts';

test('reads amounts in bytes and passes over plain numbers', () => {
  const meminfo = 'MemTotal:       16 kB\nActive(anon):    3 kB\nHugePages_Total:       7\nSwapFree:  0 kB\n';
  const amounts = ['MemTotal', 'SwapFree', 'HugePages_Total', 'Total', 'Mem'].map((name) => amountIn(meminfo, name));
  expect(amounts).toEqual([16_384, 0, undefined, undefined, undefined]);
});

test('garbage is passed over', () => {
  const nearly = stringMatching(/^([A-C]\w{0,2}: {1,3}-?\d{0,40}( kB)?\n?){0,6}$/);
  const name = stringMatching(/^[A-C]\w{0,2}$/);
  for (const text of [string(), nearly])
    assert(
      property(text, name, (meminfo, line) => {
        const amount = amountIn(meminfo, line) ?? 0;
        expect(Number.isFinite(amount)).toBe(true);
        expect(amount).toBeGreaterThanOrEqual(0);
      }),
    );
});
