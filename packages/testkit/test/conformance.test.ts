import { readFileSync } from 'node:fs';
import { BLACK, type DisplayDriver, type Frame, LcdError, WHITE } from '@lcdflow/core';
import { emulate } from '@lcdflow/emulator';
import { EMPTY, NEVER } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { type Conformance, driverConformance, matchesGolden } from '../src/index.ts';
import { BUGS } from './planted-bugs.ts';
import { DEPTH, INK, type Open, smallPanel, smallPanelEmulator } from './small-panel.ts';
import { TEXT_DEPTH, textDriver, textEmulator } from './text-panel.ts';

const claims: Conformance = {
  driver: smallPanel(),
  emulator: smallPanelEmulator,
  depth: DEPTH,
  seed: 1,
};

/** The first line of what each check that fails says. */
function complaintsOf(open: Open): ReadonlyMap<string, string> {
  const complaints = new Map<string, string>();
  for (const { name, run } of driverConformance({ ...claims, driver: smallPanel(open) }))
    try {
      run();
    } catch (error) {
      complaints.set(name, (error as Error).message.split('\n')[0]!);
    }
  return complaints;
}

test('a deviation has its reason in its name and is not looked at', () => {
  const except = { 'reports its keys': 'the board has no keys' };
  const driver = smallPanel(BUGS['two keys mixed up']);
  const check = driverConformance({ ...claims, driver, except }).find(({ name }) => name.startsWith('reports'))!;
  expect(check.name).toBe('reports its keys (except: the board has no keys)');
  expect(check.run()).toBeUndefined();
});

test('what cannot be claimed is an error', () => {
  const wrong = (claim: Partial<Conformance>) => () => driverConformance({ ...claims, ...claim } as Conformance);
  expect(wrong({ except: { 'reports keys': 'typo' } })).toThrow(
    /^except: there is no check "reports keys"; there are: /,
  );
  expect(wrong({ depth: 0 })).toThrow(new LcdError('config', 'depth: a whole number from 1, not 0'));
});

test.each<[string, DisplayDriver['open'], string]>([
  ['ends by itself', () => EMPTY, 'the driver has completed; it should stay open until it is unsubscribed'],
  ['never opens', () => NEVER, 'the opening, a write or a control has not completed within 600 s'],
  ['wants another bus', (_, { connect }) => connect('serial', {}) as never, 'the driver connects to the bus "serial"'],
  [
    'throws',
    () => {
      throw new Error('broken');
    },
    'broken',
  ],
])('a driver that %s fails', (_, open, message) => {
  const checks = driverConformance({ ...claims, driver: { ...smallPanel(), open } });
  for (const { run } of checks) expect(run).toThrow();
  expect(checks.find(({ name }) => name === 'shows the test card')!.run).toThrow(message);
});

test('only the keys that are wished are pressed', () => {
  const bug = smallPanel(BUGS['two keys mixed up']);
  const pressing = (keys: readonly string[]) =>
    driverConformance({ ...claims, driver: bug, keys }).find(({ name }) => name === 'reports its keys')!.run;
  expect(pressing(['middle'])).not.toThrow();
  expect(pressing(['middle', 'right'])).toThrow('key event 3: right down is expected, not left down');
});

test('a panel may be powered up and its glass be read in one’s own way', () => {
  const cards: Frame[] = [];
  const { emulator, ...others } = claims;
  const checks = driverConformance({
    ...others,
    emulate: () => emulate(emulator!, { interval: 1 }),
    pictureOf: (glass) => {
      cards.push(glass);
      return { ...glass, cells: glass.cells.map((color) => (color === INK ? WHITE : BLACK)) };
    },
  });
  for (const { run } of checks) run();
  expect(cards.length).toBeGreaterThan(0);
});

test('a failure tells the seed, which gives the same failure again', () => {
  const driver = smallPanel(BUGS['second tile sent along']);
  const messageWith = (seed: { readonly seed?: number }): string => {
    const { seed: _, ...unseeded } = claims;
    const checks = driverConformance({ ...unseeded, ...seed, driver } as Conformance);
    const { run } = checks.find(({ name }) => name === 'touches nothing outside the tile')!;
    try {
      run();
      return 'nothing';
    } catch (error) {
      return (error as Error).message;
    }
  };
  const first = messageWith({});
  const seed = Number(/\(again with seed: (\d+)\)$/.exec(first)?.[1]);
  expect(messageWith({ seed })).toBe(first);
  expect(messageWith({ seed: seed + 1 })).not.toBe(first);
});

describe('a good driver of pixels', () => {
  for (const check of driverConformance({ ...claims, seed: 2 })) test(check.name, check.run);
});

describe('planted bugs', () => {
  const found = new Map(Object.entries(BUGS).map(([bug, open]) => [bug, complaintsOf(open)]));

  test.each(Object.keys(BUGS))('%s: caught', (bug) => {
    expect(found.get(bug)!.size).toBeGreaterThan(0);
  });

  test('each by the checks one expects', () => {
    const text = [...found].map(([bug, complaints]) =>
      [bug, ...[...complaints].map(([check, complaint]) => `  ${check}\n    ${complaint}`), ''].join('\n'),
    );
    matchesGolden(new URL('golden/planted-bugs.txt', import.meta.url), text.join('\n'));
  });

  test.each(driverConformance(claims).map(({ name }) => name))('%s: this check is needed', (name) => {
    expect([...found.values()].some((complaints) => complaints.has(name))).toBe(true);
  });
});

test('the README lists every check', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const table = readme.slice(readme.indexOf('| Check '));
  const listed = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
  const text = driverConformance({ driver: textDriver(), emulator: textEmulator, depth: TEXT_DEPTH });
  expect(listed).toEqual(text.map(({ name }) => name));
});
