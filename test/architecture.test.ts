import { describe, expect, test } from 'vitest';
import { clockUses } from './architecture/clock-rules.ts';
import { cyclesIn, importGraph } from './architecture/cycles.ts';
import { driverProblems } from './architecture/driver-rules.ts';
import * as exceptions from './architecture/exceptions.ts';
import { beyond } from './architecture/exceptions.ts';
import { isTest, packageJson, packageOf, packages, pathsBelow, read, sources } from './architecture/files.ts';
import { emulatorProblems, importProblems } from './architecture/import-rules.ts';
import { expectedName, packageProblems } from './architecture/package-rules.ts';
import { linesOf, longFunctions, MOST_LINES } from './architecture/size-rules.ts';
import { subscriptionsIn } from './architecture/subscription-rules.ts';
import { machinePlaces, registryUrls } from './architecture/text-rules.ts';

const all = sources();
const product = all.filter(({ path }) => !isTest(path));
const root = packageJson();
const everything = pathsBelow();

describe('imports', () => {
  test('are those of the table', () => {
    expect(product.length).toBeGreaterThan(100);
    const problems = all.flatMap((file) => importProblems(file, packageJson(packageOf(file.path)), root));
    expect(beyond(problems, exceptions.IMPORTS)).toEqual([]);
  });

  test('keep emulated devices and drivers apart', () => {
    expect(all.some(({ path }) => path.includes('/emulator/'))).toBe(true);
    expect(all.flatMap(emulatorProblems)).toEqual([]);
  });

  test('go round nowhere', () => {
    const homes = new Map(packages().map((folder) => [expectedName(folder), `${folder}/src/index.ts`]));
    const graph = importGraph(product, homes);
    expect([...graph.values()].flat().length).toBeGreaterThan(300);
    expect(beyond(cyclesIn(graph), exceptions.CYCLES)).toEqual([]);
  });
});

test('the product subscribes once', () => {
  const found = subscriptionsIn(product);
  expect(found.filter((place) => place.startsWith(`${exceptions.MAIN}:`))).toEqual([
    expect.stringMatching(/ subscribe$/),
  ]);
  expect(beyond(found, { ...exceptions.SUBSCRIBING, [exceptions.MAIN]: 'the one' })).toEqual([]);
});

test('nobody but the clock asks for the time', () => {
  expect(beyond(product.flatMap(clockUses), exceptions.CLOCKS)).toEqual([]);
});

test('files can be read at a glance', () => {
  const most = (path: string): number => (isTest(path) ? MOST_LINES.test : MOST_LINES.file);
  const large = all
    .filter(({ path }) => !exceptions.DATA.some((folder) => path.startsWith(folder)))
    .filter(({ path, text }) => linesOf(text) > most(path))
    .map(({ path }) => path);
  expect(beyond(large, exceptions.LARGE)).toEqual([]);
});

test('functions can be read at a glance', () => {
  const long = product.flatMap((file) => longFunctions(file));
  expect(beyond(long, exceptions.LONG)).toEqual([]);
});

test.each(packages())('%s is a package as the others are', (folder) => {
  expect(packageProblems(folder, packageJson(folder), root, new Set(everything))).toEqual([]);
});

test('every driver that talks to hardware has its paper and pure tables of bytes', () => {
  const plugins = packages().filter((folder) => folder.startsWith('plugins/'));
  const problems = plugins.flatMap((folder) => driverProblems(folder, product, new Set(everything)));
  expect(problems).toEqual([]);
});

describe('no file is about one machine', () => {
  const isText = (path: string): boolean =>
    /\.(ts|mjs|js|json|ya?ml|md|txt|hex|error|html|css|svg)$|^[^.]+$/.test(path);

  test('its paths', () => {
    const files = everything.filter(isText).map(read);
    expect(beyond(files.flatMap(machinePlaces), exceptions.PLACES)).toEqual([]);
  });

  test('its registry', () => {
    expect(read('package-lock.json').text).toContain('"integrity": "sha512-');
    expect(registryUrls(read('package-lock.json').text)).toEqual([]);
  });
});
