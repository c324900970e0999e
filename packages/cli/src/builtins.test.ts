import type { Plugin, PluginFactory } from '@lcdflow/core';
import type { Screen } from '@lcdflow/plugin-terminal';
import { expect, test } from 'vitest';
import { BUILTINS, builtinsOn } from './builtins.ts';

const made = (plugin: Plugin | PluginFactory): Plugin =>
  typeof plugin === 'function' ? plugin({} as never, { folder: '/' }) : plugin;

test.each(BUILTINS.map(({ names, load }) => ({ names, load })))('$names', async ({ names, load }) => {
  const { name, drivers = [], sources = [], widgets = [], buses = [], functions } = made((await load()).default);
  const all = [name, ...[...drivers, ...sources, ...widgets].map((one) => one.name)];
  expect(names.split(' ')).toEqual([...new Set(all)]);
  expect([buses, functions]).toEqual([[], undefined]);
});

test('of a text only those are loaded that it may name', async () => {
  const load = builtinsOn({} as Screen);
  const namesIn = async (text?: string) => (await load(text)).map((plugin) => made(plugin).name);
  expect(await namesIn('bar: mpris.title')).toEqual(['terminal', 'time', 'dbus', 'bar']);
  expect(await namesIn()).toHaveLength(BUILTINS.length + 2);
});
