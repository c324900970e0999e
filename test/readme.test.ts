import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { checkConfig, formatProblem } from '@lcdflow/config';
import type { Plugin } from '@lcdflow/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { commandLine } from '../packages/cli/src/program.ts';
import { packageJson, pathsBelow, ROOT, read } from './architecture/files.ts';
import { play } from './program/play.ts';
import { createWorld } from './program/world.ts';
import { commandProblem, commandsOf, type Known } from './readme/commands.ts';
import { anchorsIn, type Block, commandsIn, cut, linksIn } from './readme/markdown.ts';
import { typeProblems } from './readme/type-check.ts';

const files = pathsBelow()
  .filter((path) => /(^|\/)README\.md$|(^|\/)docs\/[^/]+\.md$/.test(path))
  .map((path) => ({ path, ...cut(read(path)) }));
const blocks = files.flatMap((file) => file.blocks);
const inLanguage = (...languages: string[]): readonly Block[] =>
  blocks.filter(({ language }) => languages.includes(language));
const named = (block: Block): readonly [string, Block] => [`${block.path}:${block.line}`, block];

const known: Known = {
  lcd: commandLine(() => undefined),
  scripts: packageJson().scripts ?? {},
  exists: (path) => existsSync(join(ROOT, path)),
};

test('there are READMEs, and blocks in them', () => {
  expect(files.length).toBeGreaterThan(10);
  expect(inLanguage('yaml').length).toBeGreaterThan(5);
  expect(inLanguage('ts').length).toBeGreaterThan(3);
});

describe('a config in a README', () => {
  const [whole, parts] = [false, true].map((isPart) =>
    inLanguage('yaml', 'yml').filter((block) => block.isPart === isPart),
  );

  test.each(whole!.map(named))('%s is right and is shown on emulated panels', (name, { text }) => {
    expect(text, `${name}: a config without displays is marked as "yaml part"`).toMatch(/^displays:/m);
    const world = createWorld();
    onTestFinished(() => world.machine.remove());
    const plugins = world.plugins.map(
      (plugin): Plugin => (typeof plugin === 'function' ? plugin({} as never, { folder: ROOT }) : plugin),
    );
    const { program, problems } = checkConfig(text, name, plugins);
    expect(problems.map(formatProblem)).toEqual([]);
    const { events, log } = play({ program: program!, plugins }, { shots: [1_000], events: [] }, world);
    for (const display of program!.displays)
      expect(events).toContainEqual(expect.objectContaining({ kind: 'shown', name: display.name }));
    expect(log.filter((line) => line.includes(' error: '))).toEqual([]);
  });

  test.each(parts!.map(named))('%s can be read', (_name, { text }) => {
    const documents = parseAllDocuments(text) as readonly { readonly errors: readonly Error[] }[];
    expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
  });
});

test('the code in READMEs is right', () => {
  expect(typeProblems(inLanguage('ts').filter(({ isPart }) => !isPart))).toEqual([]);
}, 60_000);

test.each(inLanguage('json').map(named))('%s is JSON', (_name, { text }) => {
  expect(() => JSON.parse(text)).not.toThrow();
});

describe('commands that READMEs name can be typed', () => {
  test.each(files.map(({ path, ...file }) => [path, file] as const))('%s', (path, { blocks: own, prose }) => {
    const shell = own.filter(({ language }) => ['sh', 'bash', 'shell', 'console'].includes(language));
    const commands = [...shell.flatMap(({ text, language }) => commandsOf(text, language)), ...commandsIn(prose)];
    const problems = commands.map((command) => [command, commandProblem(command, known)]);
    expect(
      problems.filter(([, problem]) => problem !== undefined),
      path,
    ).toEqual([]);
  });
});

describe('links in READMEs lead somewhere', () => {
  const anchors = (path: string): readonly string[] => anchorsIn(cut(read(path)).prose);

  test.each(files.map(({ path, prose }) => [path, prose] as const))('%s', (path, prose) => {
    const wrong = linksIn(prose).filter(({ target }) => {
      const [file, anchor] = target.split('#') as [string, string?];
      if (/^[a-z]+:/.test(target)) return false;
      const to = file === '' ? path : posix.join(posix.dirname(path), file);
      if (!known.exists(to)) return true;
      return anchor !== undefined && to.endsWith('.md') && !anchors(to).includes(anchor);
    });
    expect(wrong).toEqual([]);
  });
});
