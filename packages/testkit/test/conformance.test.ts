import { describe, expect, test } from 'vitest';
import { driverConformance } from '../src/index.ts';
import { BUGS } from './planted-bugs.ts';
import { DEPTH, type Open, smallPanel, smallPanelEmulator } from './small-panel.ts';

const checksOf = (open?: Open, seed = 1) =>
  driverConformance({ driver: smallPanel('pixel', open), emulator: smallPanelEmulator('pixel'), depth: DEPTH, seed });

const failuresOf = (open: Open): Record<string, string> =>
  Object.fromEntries(
    checksOf(open).flatMap(({ name, run }) => {
      try {
        run();
        return [];
      } catch (error) {
        return [[name, (error as Error).message]];
      }
    }),
  );

describe.each(['pixel', 'character'] as const)('a good driver of %s cells', (cell) => {
  const claims = { driver: smallPanel(cell), emulator: smallPanelEmulator(cell), depth: DEPTH };
  for (const check of driverConformance(claims)) test(check.name, check.run);
});

test('dump', () => {
  for (const [bug, open] of Object.entries(BUGS)) console.log(`## ${bug}`, failuresOf(open));
});
