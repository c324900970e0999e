import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadConfig } from '@lcdflow/config';
import { matchesGolden } from '@lcdflow/testkit';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { ROOT } from './architecture/files.ts';
import { play } from './program/play.ts';
import { playedWords } from './program/words.ts';
import { createWorld } from './program/world.ts';

const EXAMPLES = join(ROOT, 'examples');
const examples = [
  'lcd.config.yaml',
  ...readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `examples/${name}`),
];

beforeEach(() => vi.stubEnv('TZ', 'UTC'));
afterEach(() => vi.unstubAllEnvs());

test('the examples of the README are there', () => {
  const promised = ['monitor', 'smallest', 'words', 'several-displays', 'one-page-everywhere', 'five-hosts'].map(
    (name) => `examples/${name}.yaml`,
  );
  expect(examples).toEqual(expect.arrayContaining(promised));
});

/** The machine has done something meanwhile. */
const LATER = { kind: 'machine', what: 'laptop-later', at: 900 } as const;

// On the machine of the fixtures, so that the pictures are always the same; displays that are no panels paint on sheets.
test.each(examples)('%s is right and shows what it should', async (file) => {
  const world = createWorld();
  onTestFinished(() => world.machine.remove());
  const loaded = await loadConfig({ file: join(ROOT, file), builtins: world.plugins });
  const shots = [1_500, ...loaded.program.displays.flatMap(({ rotate }) => rotate ?? []).map((ms) => ms + 1_500)];
  const played = play(loaded, { shots: [...new Set(shots)].sort((a, b) => a - b), events: [LATER] }, world);
  for (const { name } of loaded.program.displays)
    expect(played.events).toContainEqual(expect.objectContaining({ kind: 'shown', name }));
  expect(played.log).toEqual([]);
  const golden = file === 'lcd.config.yaml' ? 'root' : basename(file, '.yaml');
  matchesGolden(join(ROOT, 'test/examples', `${golden}.txt`), playedWords(played, world));
});
