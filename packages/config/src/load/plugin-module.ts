import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from '@lcdflow/core';

/** Imports a module as seen from a folder's file. Errors with `ERR_MODULE_NOT_FOUND` when it is not installed. */
export type LoadModule = (specifier: string, parent: URL) => Promise<unknown>;

/** A plugin's module has been found, but does not give a plugin. */
class PluginFault extends Error {}

const isPath = (name: string): boolean => /^(\.{0,2}\/|file:)|\\/.test(name) || name === '.' || name === '..';
const PREFIX = /^(lcdflow-plugin-|@lcdflow\/plugin-|@lcdflow\/widget-)/;

/** `system` for `@lcdflow/plugin-system`. */
export const shortName = (name: string): string => name.replace(PREFIX, '');

/** The module names a plugin's name may stand for, in the order they are tried. */
export function candidatesOf(name: string): readonly string[] {
  const isWhole = isPath(name) || name.startsWith('@') || PREFIX.test(name);
  return isWhole ? [name] : [name, `lcdflow-plugin-${name}`, `@lcdflow/plugin-${name}`];
}

/** Resolves from the config's folder, not from ours, and imports. */
export const importModule: LoadModule = async (specifier, parent) => {
  const { resolve } = await import('import-meta-resolve');
  return import(resolve(specifier, parent.href));
};

/** The place that modules of a config are looked for from. */
export const parentOf = (file: string): URL => pathToFileURL(file);

/** Whether it is this module that is not there, not one that it imports itself. */
function isMissing(error: unknown, specifier: string): boolean {
  const { code, message = '' } = (error ?? {}) as NodeJS.ErrnoException;
  const [, missing = ''] = /'([^']+)'/.exec(message) ?? [];
  return code === 'ERR_MODULE_NOT_FOUND' && missing.endsWith(specifier.replace(/^(\.{1,2}\/)+/, ''));
}

/** The first module of these names that there is; `undefined` when there is none. What it throws goes through. */
export async function firstModule(names: readonly string[], parent: URL, load: LoadModule): Promise<unknown> {
  for (const name of names) {
    try {
      return await load(name, parent);
    } catch (error) {
      if (!isMissing(error, name)) throw error;
    }
  }
  return undefined;
}

const API_VERSION = 1;

function checkPlugin(value: unknown): Plugin {
  if (typeof value !== 'object' || value === null) throw new PluginFault('its default export must be a plugin');
  const { name, apiVersion } = value as Partial<Plugin>;
  if (typeof name !== 'string' || name === '') throw new PluginFault('its plugin has no name');
  if (apiVersion !== API_VERSION)
    throw new PluginFault(`plugin "${name}" is made for api version ${apiVersion}, but ${API_VERSION} is expected`);
  for (const part of ['sources', 'widgets', 'drivers', 'buses', 'emulators', 'functions'] as const) {
    const items: unknown = (value as Partial<Plugin>)[part];
    if (items !== undefined && !Array.isArray(items)) throw new PluginFault(`plugin "${name}": ${part} must be a list`);
  }
  return value as Plugin;
}

/** A plugin, or what a function makes of the options in a config there. Throws a `PluginFault` with a reason. */
export function madePlugin(made: unknown, options: unknown, parent: URL): Plugin {
  if (typeof made !== 'function') {
    const plugin = checkPlugin(made);
    if (options !== undefined) throw new PluginFault(`plugin "${plugin.name}" takes no options`);
    return plugin;
  }
  try {
    return checkPlugin(made(options ?? {}, { folder: dirname(fileURLToPath(parent)) }));
  } catch (error) {
    if (error instanceof PluginFault) throw error;
    throw new PluginFault((error as Error).message ?? String(error));
  }
}

/** What a module exports by default; also that of a CommonJS module in a module's clothes. */
export function defaultExport(module: unknown): unknown {
  const exported = (module as { readonly default?: unknown }).default;
  const inner = (exported as { readonly default?: unknown } | undefined)?.default;
  return typeof exported === 'object' && inner !== undefined ? inner : exported;
}
