import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Font, type FontOpener, LcdError, type Plugin } from '@lcdflow/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfigError, type LoadModule, type LoadOptions, loadConfig } from '../src/index.ts';
import { fakePlugin } from './fake-plugins.ts';

const RIGHT = 'displays:\n  front: { driver: panel }\npages:\n  main:\n    clock:\n';
let folder: string;
let count = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lcdflow-config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A new folder with these files. */
function place(files: Readonly<Record<string, string | Uint8Array>>): string {
  const cwd = join(folder, String(count++));
  mkdirSync(cwd);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(cwd, name, '..'), { recursive: true });
    writeFileSync(join(cwd, name), content);
  }
  return cwd;
}

async function failure(options: Partial<LoadOptions>): Promise<string> {
  const error: unknown = await loadConfig({ builtins: [fakePlugin], ...options }).then(
    () => 'no error',
    (e) => e,
  );
  expect(error).toBeInstanceOf(ConfigError);
  expect(error).toMatchObject({ code: 'config' });
  return (error as ConfigError).message;
}

describe('finding the file', () => {
  test.each(['lcd.config.yaml', 'lcd.config.yml'])('%s in the folder', async (name) => {
    const cwd = place({ [name]: RIGHT });
    const { file, program, plugins, schema } = await loadConfig({ cwd, builtins: [fakePlugin] });
    expect(file).toBe(join(cwd, name));
    expect(program.displays.map((display) => display.name)).toEqual(['front']);
    expect(plugins).toEqual([fakePlugin]);
    expect(schema).toHaveProperty('properties.displays');
  });
  test('a named file wins', async () => {
    const cwd = place({ 'lcd.config.yaml': 'nonsense', 'other.yaml': RIGHT });
    expect((await loadConfig({ cwd, file: 'other.yaml', builtins: [fakePlugin] })).file).toBe(join(cwd, 'other.yaml'));
  });
  test('none', async () => {
    const cwd = place({});
    expect(await failure({ cwd })).toBe(`${cwd}: no config found: lcd.config.yaml or lcd.config.yml is expected here`);
  });
  test('a named file that is not there', async () => {
    expect(await failure({ cwd: place({}), file: 'other.yaml' })).toBe('other.yaml: not found');
  });
  test('a folder', async () => {
    expect(await failure({ cwd: place({ 'sub/x': '' }), file: 'sub' })).toBe(
      'sub: a file is expected, but this is a folder',
    );
  });
  test('empty', async () => {
    const message = 'lcd.config.yaml:1:1 the file is empty; "displays" and "pages" are expected';
    expect(await failure({ cwd: place({ 'lcd.config.yaml': '' }) })).toBe(message);
  });
  test('not UTF-8', async () => {
    const cwd = place({ 'lcd.config.yaml': new Uint8Array([0x61, 0x3a, 0x20, 0xff]) });
    expect(await failure({ cwd })).toBe('lcd.config.yaml: the text must be UTF-8');
  });
});

const moon = (name = 'moon'): Plugin => ({
  name,
  apiVersion: 1,
  widgets: [{ ...fakePlugin.widgets![0]!, name }],
});
const notFound = (name: string): Error =>
  Object.assign(new Error(`Cannot find package '${name}'`), { code: 'ERR_MODULE_NOT_FOUND' });
const modules =
  (known: Readonly<Record<string, unknown>>, asked: string[] = []): LoadModule =>
  async (name) => {
    asked.push(name);
    if (!Object.hasOwn(known, name)) throw notFound(name);
    return known[name];
  };

describe('plugins', () => {
  const config = (plugins: string, widget = 'clock'): string =>
    place({ 'lcd.config.yaml': `plugins: ${plugins}\n${RIGHT.replace('clock', widget)}` });

  test.each([
    ['moon', 'moon', ['moon']],
    ['moon', 'lcdflow-plugin-moon', ['moon', 'lcdflow-plugin-moon']],
    ['moon', '@lcdflow/plugin-moon', ['moon', 'lcdflow-plugin-moon', '@lcdflow/plugin-moon']],
    ["'@me/moon'", '@me/moon', ['@me/moon']],
    ['./moon.mjs', './moon.mjs', ['./moon.mjs']],
  ])('%s may be %s', async (written, name, expected) => {
    const asked: string[] = [];
    const loadModule = modules({ [name]: { default: moon() } }, asked);
    const { plugins } = await loadConfig({ cwd: config(`[${written}]`, 'moon'), builtins: [fakePlugin], loadModule });
    expect(plugins.map((plugin) => plugin.name)).toEqual(['fake', 'moon']);
    expect(asked).toEqual(expected);
  });

  test('a function is called with the options', async () => {
    const loadModule = modules({ moon: { default: ({ as }: { as: string }) => moon(as) } });
    const cwd = config('[{ moon: { as: sun } }]', 'sun');
    expect((await loadConfig({ cwd, builtins: [fakePlugin], loadModule })).plugins[1]!.name).toBe('sun');
  });

  test('a builtin with options is made anew, one without stays', async () => {
    const calls: unknown[] = [];
    const factory = (options: unknown): Plugin => {
      calls.push(options);
      return moon();
    };
    const loadModule = modules({});
    const first = await loadConfig({ cwd: config('[moon]', 'moon'), builtins: [fakePlugin, factory], loadModule });
    expect(calls).toEqual([{}]);
    expect(first.plugins).toHaveLength(2);
    const cwd = config('[{ moon: { phase: 3 } }]', 'moon');
    expect((await loadConfig({ cwd, builtins: [fakePlugin, factory], loadModule })).plugins).toHaveLength(2);
    expect(calls.at(-1)).toEqual({ phase: 3 });
  });

  test('a builtin that is no function is found by its name', async () => {
    const loadModule = modules({ '@lcdflow/plugin-moon': { default: () => moon() } });
    const cwd = config('[{ moon: {} }]', 'moon');
    expect((await loadConfig({ cwd, builtins: [fakePlugin, moon()], loadModule })).plugins).toHaveLength(2);
  });

  test.each([
    ['[moon]', {}, 'cannot load "moon": npm install lcdflow-plugin-moon'],
    ["['@me/moon']", {}, 'cannot load "@me/moon": npm install @me/moon'],
    ['[system]', {}, 'cannot load "system": npm install @lcdflow/plugin-system'],
    ['[memory]', {}, 'cannot load "memory": npm install @lcdflow/plugin-system'],
    ['[./moon.mjs]', {}, 'cannot load "./moon.mjs": there is no such file'],
    ['[moon]', { moon: {} }, 'cannot load "moon": its default export must be a plugin'],
    ['[moon]', { moon: { default: { apiVersion: 1 } } }, 'cannot load "moon": its plugin has no name'],
    [
      '[moon]',
      { moon: { default: { ...moon(), apiVersion: 2 } } },
      'cannot load "moon": plugin "moon" is made for api version 2, but 1 is expected',
    ],
    [
      '[moon]',
      { moon: { default: { ...moon(), widgets: 3 } } },
      'cannot load "moon": plugin "moon": widgets must be a list',
    ],
    ['[{ moon: {} }]', { moon: { default: moon() } }, 'cannot load "moon": plugin "moon" takes no options'],
    [
      '[{ moon: {} }]',
      {
        moon: {
          default: () => {
            throw new Error('root must be a folder\nand more');
          },
        },
      },
      'cannot load "moon": root must be a folder',
    ],
  ])('%s of %j', async (plugins, known, message) => {
    expect(await failure({ cwd: config(plugins), loadModule: modules(known) })).toBe(
      `lcd.config.yaml:1:11 plugins[0]: ${message}`,
    );
  });

  test('twice', async () => {
    const loadModule = modules({ moon: { default: moon() } });
    expect(await failure({ cwd: config('[moon, lcdflow-plugin-moon]'), loadModule })).toBe(
      'lcd.config.yaml:1:17 plugins[1]: "lcdflow-plugin-moon" is there twice: also at plugins[0]',
    );
  });

  test('a clash is told where the plugin is named', async () => {
    const loadModule = modules({ clock: { default: { ...moon('clock') } } });
    expect(await failure({ cwd: config('[clock]'), loadModule })).toBe(
      'lcd.config.yaml:1:11 plugins[0]: plugin "clock": widget "clock": plugin "fake" has one of that name',
    );
  });

  test('what a missing plugin may have brought is not called unknown; everything else is told', async () => {
    const cwd = place({
      'lcd.config.yaml':
        'plugins: [moon]\ndisplays:\n  front: { driver: moonlight }\n  side: { driver: panel, fps: 0 }\n' +
        'pages:\n  main:\n    row:\n      - moon: { phase: 1 }\n      - text: "{{ moon.phase + tide(1) }} {{ cpu.bsy }}"\n',
    });
    expect((await failure({ cwd, loadModule: modules({}) })).split('\n')).toEqual([
      'lcd.config.yaml:1:11 plugins[0]: cannot load "moon": npm install lcdflow-plugin-moon',
      'lcd.config.yaml:4:31 displays.side.fps: must be a number from 1 to 60, but is 0',
      'lcd.config.yaml:9:50 pages.main.row[1].text: "cpu" has no reading "bsy", did you mean "busy"?',
    ]);
  });
});

describe('real modules, resolved from the folder of the config', () => {
  const source = (name: string): string =>
    `const options = { type: 'object', properties: {}, additionalProperties: false };\n` +
    `export default { name: '${name}', apiVersion: 1, widgets: [{ name: '${name}', meaning: '', options, render() {} }] };\n`;
  const config = (plugin: string, widget: string): string => `plugins: [${plugin}]\n${RIGHT.replace('clock', widget)}`;

  test('a file', async () => {
    const cwd = place({ 'lcd.config.yaml': config('./my-widget.mjs', 'mine'), 'my-widget.mjs': source('mine') });
    expect((await loadConfig({ cwd, builtins: [fakePlugin] })).plugins[1]!.name).toBe('mine');
  });

  test('a package', async () => {
    const cwd = place({
      'lcd.config.yaml': config('tide', 'tide'),
      'node_modules/lcdflow-plugin-tide/package.json':
        '{ "name": "lcdflow-plugin-tide", "version": "1.0.0", "type": "module", "exports": { "import": "./index.js" } }',
      'node_modules/lcdflow-plugin-tide/index.js': source('tide'),
    });
    expect((await loadConfig({ cwd, builtins: [fakePlugin] })).plugins[1]!.name).toBe('tide');
  });

  test.each([
    ['./none.mjs', 'cannot load "./none.mjs": there is no such file'],
    ['./broken.mjs', /cannot load "\.\/broken\.mjs": \S/],
    ['./needs.mjs', /cannot load "\.\/needs\.mjs": Cannot find package 'not-installed-at-all'/],
    ['none-such', 'cannot load "none-such": npm install lcdflow-plugin-none-such'],
  ])('%s', async (name, expected) => {
    const cwd = place({
      'lcd.config.yaml': config(name, 'clock'),
      'broken.mjs': 'export default {',
      'needs.mjs': "import 'not-installed-at-all';",
    });
    const message = await failure({ cwd });
    if (typeof expected === 'string') expect(message).toBe(`lcd.config.yaml:1:11 plugins[0]: ${expected}`);
    else expect(message).toMatch(expected);
    expect(message).not.toContain('\n');
  });
});

describe('fonts', () => {
  const font = (name: string): Font => ({ name, width: 7, height: 9, ascent: 7, glyph: () => undefined });
  const opener: FontOpener = {
    open: async ({ name, label, ...file }) => {
      if (label.includes('wrong')) throw new LcdError('config', `${label}:3: a width is expected`);
      return Object.assign(font(name), { file });
    },
  };
  const withFonts = (fonts: string, display = 'mine', widget = '') =>
    place({
      'lcd.config.yaml': `fonts: ${fonts}\ndisplays:\n  front: { driver: panel, font: ${display} }\npages:\n  main:\n    clock:\n${widget}`,
    });
  const told = (cwd: string) => failure({ cwd, fonts: opener });

  test('are read from the folder of the config, and every display knows them', async () => {
    const cwd = withFonts('{ mine: ./a.bdf, nice: { file: /b.ttf, size: 14px, threshold: 40% } }');
    const { program } = await loadConfig({ cwd, builtins: [fakePlugin], fonts: opener });
    const { font: name, fonts } = program.displays[0]!;
    expect(name).toBe('mine');
    expect([...fonts!.named.values()]).toMatchObject([
      { name: 'mine', file: { path: join(cwd, 'a.bdf') } },
      { name: 'nice', file: { path: '/b.ttf', size: 14, threshold: 0.4 } },
    ]);
  });

  test.each([
    ['{ mine: ./wrong.bdf }', 'mine', 'lcd.config.yaml:1:16 fonts.mine: ./wrong.bdf:3: a width is expected'],
    ['{ mine: { file: wrong } }', 'mine', 'lcd.config.yaml:1:24 fonts.mine.file: wrong:3: a width is expected'],
    [
      '{ mine: ./a.bdf }',
      'mime',
      'lcd.config.yaml:3:33 displays.front.font: must be the name of a font, but is "mime", did you mean "mine"?',
    ],
    [
      '{ mine: [a] }',
      'mine',
      'lcd.config.yaml:1:16 fonts.mine: must be the path of a font, or a mapping such as { file: DejaVuSans.ttf, size: 14px }, but is a list',
    ],
    [
      '{ mine: { file: a, size: 14 } }',
      'mine',
      'lcd.config.yaml:1:33 fonts.mine.size: must be a text such as "14px", but is 14',
    ],
    [
      '{ fit: ./a.bdf }',
      'fit',
      'lcd.config.yaml:1:10 fonts.fit: "fit" is a word of the page language: choose another name',
    ],
    [
      '{ 6x8: ./a.bdf }',
      '6x8',
      'lcd.config.yaml:1:10 fonts.6x8: a name must be letters, digits, - and _ and begin with a letter, but is "6x8"',
    ],
  ])('%s of %s', async (fonts, display, message) => expect(await told(withFonts(fonts, display))).toBe(message));
});
