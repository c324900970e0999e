import { filmOf, matchesGolden, renderWidget, type WidgetProof } from '@lcdflow/testkit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spacer } from './index.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const film = (proof: WidgetProof, options: object): string => filmOf(renderWidget(spacer, options, proof), 0);
const both = (proof: WidgetProof): string =>
  [{}, { background: 'navy' }, { background: 'white' }].map((options) => film(proof, options)).join('\n');

test('on every class of panel', () => {
  matchesGolden(golden('20x2.txt'), both({ width: 20, height: 2, cell: 'character' }));
  matchesGolden(golden('20x4.txt'), both({ width: 20, height: 4, cell: 'character' }));
  matchesGolden(golden('256x64.txt'), both({ width: 32, height: 4, cell: 'pixel', colors: 2 }));
  matchesGolden(golden('480x320.txt'), both({ width: 32, height: 4, cell: 'pixel', colors: 65536 }));
});

test('any colour in any place', () => {
  const size = fc.integer({ min: 1, max: 30 });
  const cell = fc.constantFrom('pixel' as const, 'character' as const);
  fc.assert(
    fc.property(fc.string(), size, size, cell, (background, width, height, cell) => {
      expect(film({ width, height, cell, colors: 2 }, { background })).toMatch(/^at 0 ms\n/);
    }),
  );
});
