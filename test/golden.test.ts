import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError, type LoadedConfig, loadConfig } from '@lcdflow/config';
import { matchesGolden } from '@lcdflow/testkit';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { play } from './program/play.ts';
import { scriptOf } from './program/script.ts';
import { playedWords } from './program/words.ts';
import { createWorld, type World } from './program/world.ts';

const FOLDER = fileURLToPath(new URL('golden', import.meta.url));
const GOLDENS = ['expected.txt', 'expected.hex', 'expected.error'] as const;
const cases = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

beforeEach(() => vi.stubEnv('TZ', 'UTC'));
afterEach(() => vi.unstubAllEnvs());

describe.each(cases)('%s', (name) => {
  const folder = join(FOLDER, name);
  const file = join(folder, 'lcd.config.yaml');
  const config = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const goldens = GOLDENS.filter((golden) => existsSync(join(folder, golden)));

  if (goldens.length === 0) {
    test('has a golden', () => expect.fail('make an empty expected.*, and LCDFLOW_GOLDEN=write fills it'));
  }

  test.each(goldens)('is as %s says', async (golden) => {
    if (golden === 'expected.error') return isWrong(folder, config, goldens);
    const world = testWorld();
    const played = play(await loaded(folder, world), scriptOf(config), world);
    const actual = golden === 'expected.txt' ? playedWords(played, world) : `${played.wire.join('\n')}\n`;
    matchesGolden(join(folder, golden), actual);
  });
});

/** Each mistake is told on one line, and none besides those of the lines that are marked as wrong. */
async function isWrong(folder: string, config: string, goldens: readonly string[]): Promise<void> {
  const problems = await problemsOf(folder);
  matchesGolden(join(folder, 'expected.error'), problems.map((problem) => `${problem}\n`).join(''));
  expect(goldens).toEqual(['expected.error']);
  const marked = wrongLines(config);
  if (marked.length > 0) expect(problems.map(lineOf)).toEqual(marked);
  else expect(problems).toHaveLength(1);
}

function testWorld(): World {
  const world = createWorld();
  onTestFinished(() => world.machine.remove());
  return world;
}

const loaded = (cwd: string, world: World): Promise<LoadedConfig> => loadConfig({ cwd, builtins: world.plugins });

async function problemsOf(cwd: string): Promise<readonly string[]> {
  const error = await loaded(cwd, testWorld()).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ConfigError);
  return (error as ConfigError).message.replaceAll(cwd, '.').split('\n');
}

const lineOf = (problem: string): number => Number(/^lcd\.config\.yaml:(\d+):\d+ /.exec(problem)?.[1]);

/** The numbers of the lines that end in `# wrong`, twice for `# wrong: 2`. */
const wrongLines = (config: string): readonly number[] =>
  config.split('\n').flatMap((line, index) => {
    const [whole, count = '1'] = /# wrong(?:: (\d))?$/.exec(line) ?? [];
    return whole === undefined ? [] : new Array<number>(Number(count)).fill(index + 1);
  });
