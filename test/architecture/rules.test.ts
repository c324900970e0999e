import { describe, expect, test } from 'vitest';
import { clockUses } from './clock-rules.ts';
import { cyclesIn, importGraph } from './cycles.ts';
import { busesIn, driverProblems } from './driver-rules.ts';
import { beyond } from './exceptions.ts';
import type { PackageJson, TextFile } from './files.ts';
import { emulatorProblems, importProblems } from './import-rules.ts';
import { packageProblems } from './package-rules.ts';
import { longFunctions } from './size-rules.ts';
import { subscriptionsIn } from './subscription-rules.ts';
import { importsOf } from './syntax.ts';
import { machinePlaces, registryUrls } from './text-rules.ts';

// Each rule must fail where something is broken: here it is broken on small texts.

const file = (path: string, text: string): TextFile => ({ path, text });
const root: PackageJson = { name: 'lcdflow', version: '0.1.0', devDependencies: { pngjs: '^7.0.0' } };
const own: PackageJson = { name: 'some', version: '0.1.0', dependencies: { usb: '^2.0.0' } };

const problems = (path: string, specifier: string): readonly string[] =>
  importProblems(file(path, `import { x } from '${specifier}';`), own, root).map((line) => line.split(': ').at(-1)!);

test('every way to import is seen', () => {
  const text = `
    import 'a'; import type { B } from 'b'; export * from 'c'; export { d } from 'd';
    const e = await import('e'); type F = import('f').F; const g = require('g');
    const text = "import 'not this'"; // import 'nor this'
  `;
  expect(importsOf(file('x.ts', text))).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
});

describe('who may import whom', () => {
  test.each([
    ['packages/core/src/x.ts', 'rxjs'],
    ['packages/core/src/x.ts', './y.ts'],
    ['packages/core/src/fonts/x.ts', '../y.ts'],
    ['packages/core/src/x.test.ts', 'node:fs'],
    ['packages/core/src/x.test.ts', '@lcdflow/testkit'],
    ['packages/core/src/x.test.ts', 'rxjs/testing'],
    ['packages/core/src/x.test.ts', 'pngjs'],
    ['packages/usb/src/x.ts', 'usb'],
    ['packages/usb/src/x.ts', 'usb/dist/usb/index.js'],
    ['packages/cli/src/x.ts', '@lcdflow/plugin-anything'],
    ['plugins/png/src/x.ts', 'node:fs'],
    ['plugins/png/src/x.ts', '@lcdflow/core'],
    ['plugins/png/test/x.ts', '@lcdflow/emulator'],
    ['widgets/clock/src/x.ts', 'usb'],
    ['widgets/clock/src/reading/x.ts', 'node:fs'],
  ])('%s may import %s', (path, specifier) => {
    expect(problems(path, specifier)).toEqual([]);
  });

  test.each([
    ['packages/core/src/x.ts', 'node:fs', 'no built-in modules of Node here'],
    ['packages/core/src/x.ts', 'usb', 'not among its dependencies'],
    ['packages/core/src/x.ts', 'rxjs/operators', "only 'rxjs' itself"],
    ['packages/core/src/x.ts', 'rxjs/testing', "only 'rxjs' itself"],
    ['packages/core/src/x.ts', '@lcdflow/emulator', 'packages/core may not know it'],
    ['packages/core/src/x.ts', './y', 'written without its ending'],
    ['packages/core/src/x.ts', './y.test.ts', 'the product knows no test'],
    ['packages/core/src/x.ts', '../test/y.ts', 'the product knows no test'],
    ['packages/core/src/x.ts', '../../config/src/y.ts', 'only its own files'],
    ['packages/config/src/x.ts', '@lcdflow/cli', 'packages/config may not know it'],
    ['packages/config/src/x.ts', 'fs', 'built-in modules are written with node:'],
    ['packages/config/src/x.ts', 'yaml', 'not among its dependencies'],
    ['packages/config/src/x.ts', 'vitest', 'not among its dependencies'],
    ['packages/cli/src/x.ts', '@lcdflow/testkit', 'packages/cli may not know it'],
    ['plugins/png/src/x.ts', '@lcdflow/plugin-terminal', 'plugins/* may not know it'],
    ['plugins/png/src/x.ts', '@lcdflow/emulator', 'plugins/* may not know it'],
    ['plugins/png/src/x.test.ts', '@lcdflow/plugin-terminal', 'plugins/* may not know it'],
    ['widgets/clock/src/x.ts', '@lcdflow/plugin-png', 'widgets/* may not know it'],
    ['widgets/clock/src/x.ts', 'node:os', 'no built-in modules of Node here'],
    ['widgets/clock/src/readings.ts', 'node:os', 'no built-in modules of Node here'],
    ['widgets/clock/src/reading/x.ts', '@lcdflow/plugin-files', 'widgets/* may not know it'],
    ['widgets/clock/src/x.ts', '../../bar/src/index.ts', 'only its own files'],
  ])('%s may not import %s', (path, specifier, problem) => {
    expect(problems(path, specifier)).toEqual([problem]);
  });

  test('a package without a row may not be', () => {
    expect(importProblems(file('packages/new/src/x.ts', ''), own, root)).toHaveLength(1);
  });
});

test('an emulated device and its driver do not know each other', () => {
  const told = (path: string, specifier: string): number =>
    emulatorProblems(file(path, `import '${specifier}';`)).length;
  expect(told('plugins/x/src/emulator/device.ts', '../encode.ts')).toBe(1);
  expect(told('plugins/x/src/emulator/device.test.ts', '../encode.ts')).toBe(1);
  expect(told('plugins/x/src/emulator/parts/chip.ts', '../../models.ts')).toBe(1);
  expect(told('plugins/x/src/emulator.ts', './encode.ts')).toBe(1);
  expect(told('plugins/x/src/driver.ts', './emulator/index.ts')).toBe(1);
  expect(told('plugins/x/src/emulator/device.ts', './chip.ts')).toBe(0);
  expect(told('plugins/x/src/emulator/parts/chip.ts', '../device.ts')).toBe(0);
  expect(told('plugins/x/src/index.ts', './emulator/index.ts')).toBe(0);
  expect(told('plugins/x/src/driver.test.ts', './emulator/index.ts')).toBe(0);
  expect(told('plugins/x/src/driver.ts', './encode.ts')).toBe(0);
});

test('a way round is found, through packages as well', () => {
  const files = [
    file('packages/core/src/index.ts', "export * from './a.ts';"),
    file('packages/core/src/a.ts', "import type { B } from './b.ts';"),
    file('packages/core/src/b.ts', "import { c } from '@lcdflow/plugin-c';"),
    file('plugins/c/src/index.ts', "import { a } from '@lcdflow/core'; import './d.ts';"),
    file('plugins/c/src/d.ts', "import './e.ts'; import 'rxjs';"),
    file('plugins/c/src/e.ts', ''),
  ];
  const homes = new Map([
    ['@lcdflow/core', 'packages/core/src/index.ts'],
    ['@lcdflow/plugin-c', 'plugins/c/src/index.ts'],
  ]);
  expect(cyclesIn(importGraph(files, homes))).toEqual([
    [files[0]!, files[1]!, files[2]!, files[3]!, files[0]!].map(({ path }) => path).join(' → '),
  ]);
  expect(cyclesIn(importGraph(files.slice(1), homes))).toEqual([]);
});

test('whatever subscribes is seen, and nothing else', () => {
  const sample = file(
    'packages/core/src/sample.ts',
    `import { firstValueFrom, lastValueFrom as last, of, Subject } from 'rxjs';
     of(1).subscribe();
     const { log } = console;
     new Subject<number>().pipe().forEach(log);
     last(of(1));
     firstValueFrom(of(1));
     declare const unknown: any;
     unknown.subscribe();
     declare const either: Subject<number> | Promise<void>;
     if ('subscribe' in either) either.subscribe(log);
     const later = of(1).subscribe;
     [1].forEach(log); new Set([1]).forEach(log);
     const subscribe = { subscribe: () => undefined }; subscribe.subscribe();
     // of(1).subscribe()
    `,
  );
  expect(subscriptionsIn([sample]).map((place) => place.replace(/^.*:/, ''))).toEqual([
    '2 subscribe',
    '4 forEach',
    '6 firstValueFrom',
    '8 subscribe',
    '10 subscribe',
    '11 subscribe',
  ]);
});

test('whoever asks for the time is seen', () => {
  const uses = (text: string): readonly string[] => clockUses(file('x.ts', text)).map((use) => use.split(' ')[1]!);
  expect(uses('Date.now(); const { now } = Date;')).toEqual(['Date.now']);
  expect(uses('new Date(); new Date(0); Date();')).toEqual(['Date()', 'Date()']);
  expect(uses('setTimeout(go, 5); const wait = setInterval; setImmediate(go);')).toHaveLength(3);
  expect(uses('performance.now(); process.hrtime(); asyncScheduler.now(); dayjs(); dayjs(now);')).toHaveLength(4);
  expect(uses('globalThis.other.setTimeout; const x = { setTimeout: 1 }; // Date.now()')).toEqual([]);
});

test('long functions are found, whichever way they are written', () => {
  const body = '\n  go();'.repeat(5);
  const long = (text: string): readonly string[] =>
    longFunctions(file('x.ts', text), 5).map((line) => line.replace(/^\S+ /, ''));
  expect(long(`function one() {${body}\n}`)).toEqual(['one: 7 lines']);
  expect(long(`const two = () => {${body}\n};`)).toEqual(['two: 7 lines']);
  expect(long(`class X {\n  three() {${body}\n  }\n}`)).toEqual(['three: 7 lines']);
  expect(long(`const x = { four() {${body}\n} };`)).toEqual(['four: 7 lines']);
  expect(long(`go(() => {${body}\n});`)).toEqual(['a function: 7 lines']);
  expect(long('function short() {\n  go();\n}')).toEqual([]);
});

test('a package must be as the others are', () => {
  const right = {
    name: '@lcdflow/plugin-x',
    version: '0.1.0',
    license: 'MIT',
    type: 'module',
    exports: {
      '.': { '@lcdflow/source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' },
    },
    files: ['dist', 'src', '!**/*.test.*'],
  };
  const told = (changed: object, files = ['plugins/x/README.md']): number =>
    packageProblems('plugins/x', { ...right, ...changed }, root, new Set(files)).length;
  expect(told({})).toBe(0);
  expect(told({}, [])).toBe(1);
  expect(told({ name: '@lcdflow/x' })).toBe(1);
  expect(told({ version: '0.2.0' })).toBe(1);
  expect(told({ license: undefined })).toBe(1);
  expect(told({ type: 'commonjs' })).toBe(1);
  expect(told({ exports: { '.': './dist/index.js' } })).toBe(1);
  expect(told({ exports: { '.': { default: './dist/index.js', types: './dist/index.d.ts' } } })).toBe(1);
  expect(told({ files: ['dist'] })).toBe(1);
  expect(told({ engines: { node: '>=18' } })).toBe(1);
});

test('a driver of hardware must have its paper', () => {
  const driver = file('plugins/x/src/driver.ts', "defineDriver({ name: 'x', bus: 'usb', open: () => NEVER });");
  const screen = file('plugins/y/src/driver.ts', "defineDriver({ name: 'y', bus: 'terminal', open: () => NEVER });");
  const device = file('plugins/z/src/emulator.ts', "const emulator = { bus: 'usb', powerUp };");
  expect([driver, screen, device].map(busesIn)).toEqual([['usb'], ['terminal'], []]);
  const needs = (folder: string, ...paths: string[]): number =>
    driverProblems(folder, [driver, screen, device], new Set(paths)).length;
  expect(needs('plugins/x')).toBe(3);
  expect(needs('plugins/x', 'plugins/x/docs/protocol.md', 'plugins/x/src/encode.ts')).toBe(1);
  expect(needs('plugins/y')).toBe(0);
  expect(needs('plugins/z')).toBe(0);
});

test('places of one machine are found, in addresses of the web they are none', () => {
  const folder = ['', 'work', 'main'].join('/');
  expect(machinePlaces(file('x.md', `one\nin ${folder}\nhttps://example.com${folder}`))).toEqual([
    `x.md:2 ${folder.slice(0, -4)}`,
  ]);
  expect(registryUrls('{ "resolved": "http://localhost:4873/x.tgz" }')).toEqual(['http://localhost:4873/x.tgz']);
  expect(registryUrls('{ "resolved": "packages/core", "link": true }')).toEqual([]);
});

test('an exception covers its file only, and must be needed', () => {
  const exceptions = { 'a.ts': 'because' };
  expect(beyond(['a.ts:3 now', 'a.ts'], exceptions)).toEqual([]);
  expect(beyond(['a.ts:3 now', 'a.tsx:4 now', 'b.ts'], exceptions)).toEqual(['a.tsx:4 now', 'b.ts']);
  expect(beyond([], exceptions)).toEqual(['a.ts needs no exception']);
});
