import { describe, expect, test } from 'vitest';
import { driverConformance, matchesGolden } from '../src/index.ts';
import { TEXT_BUGS } from './planted-text-bugs.ts';
import { TEXT_DEPTH, type TextDriver, textDriver, textEmulator } from './text-panel.ts';

const checksOf = (bug?: TextDriver) =>
  driverConformance({ driver: textDriver(bug), emulator: textEmulator, depth: TEXT_DEPTH, seed: 1 });

/** The first line of what each check that fails says. */
function complaintsOf(bug: TextDriver): ReadonlyMap<string, string> {
  const complaints = new Map<string, string>();
  for (const { name, run } of checksOf(bug))
    try {
      run();
    } catch (error) {
      complaints.set(name, (error as Error).message.split('\n')[0]!);
    }
  return complaints;
}

describe('a good driver of letters', () => {
  for (const check of checksOf()) test(check.name, check.run);
});

describe('bugs planted into a driver of letters', () => {
  const found = new Map(Object.entries(TEXT_BUGS).map(([bug, driver]) => [bug, complaintsOf(driver)]));

  test.each(Object.keys(TEXT_BUGS))('%s: caught', (bug) => {
    expect(found.get(bug)!.size).toBeGreaterThan(0);
  });

  test('each by the checks one expects', () => {
    const text = [...found].map(([bug, complaints]) =>
      [bug, ...[...complaints].map(([check, complaint]) => `  ${check}\n    ${complaint}`), ''].join('\n'),
    );
    matchesGolden(new URL('golden/planted-text-bugs.txt', import.meta.url), text.join('\n'));
  });

  test.each([
    'shows letters that its ROM may lack',
    'shows bars of any length',
    'shows pages that follow each other too fast',
    'draws a glyph only when it is new',
    'sends unchanged letters only where that is cheaper',
  ])('%s: this check is needed', (name) => {
    expect([...found.values()].some((complaints) => complaints.has(name))).toBe(true);
  });
});
