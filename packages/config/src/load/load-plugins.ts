import type { ConfigPath, Logger, Plugin, PluginFactory } from '@lcdflow/core';
import type { ConfigDocument } from '../document/config-document.ts';
import { packageNamed } from '../known-plugins.ts';
import { isMapping } from '../prepare.ts';
import type { Problem } from '../problem.ts';
import { candidatesOf, defaultExport, firstModule, type LoadModule, madePlugin, shortName } from './plugin-module.ts';

/** All plugins of a config, and what is wrong with those that could not be loaded. */
export interface LoadedPlugins {
  readonly plugins: readonly Plugin[];
  readonly origins: ReadonlyMap<Plugin, ConfigPath>;
  readonly problems: readonly Problem[];
}

/** What loading needs to know. */
export interface PluginPlaces {
  /** Always there; a function is called with the options, `{}` when the config gives none. */
  readonly builtins: readonly (Plugin | PluginFactory)[];
  readonly parent: URL;
  readonly loadModule: LoadModule;
  readonly log?: Logger | undefined;
}

interface Entry {
  readonly name: string;
  /** `undefined` when none are written. */
  readonly options: unknown;
  readonly path: ConfigPath;
}

/** What is written under `plugins`, as far as its shape is right. */
function entriesOf(value: unknown): readonly Entry[] {
  const list = isMapping(value) ? value.plugins : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index): readonly Entry[] => {
    const path = ['plugins', index];
    if (typeof item === 'string' && item !== '') return [{ name: item, options: undefined, path }];
    if (!isMapping(item)) return [];
    const [first, ...more] = Object.entries(item);
    return first === undefined || more.length > 0 ? [] : [{ name: first[0], options: first[1] ?? {}, path }];
  });
}

const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0]!;

function missingWords(name: string): string {
  const candidates = candidatesOf(name);
  if (candidates.length === 1 && /^[./]|^file:/.test(name)) return `cannot load "${name}": there is no such file`;
  const known = packageNamed(name);
  return `cannot load "${name}": npm install ${candidates.length === 1 ? name : (known ?? candidates[1])}`;
}

class PluginLoader {
  readonly #places: PluginPlaces;
  readonly #document: ConfigDocument;
  readonly #builtins = new Map<string, Plugin>();
  readonly #factories = new Map<string, PluginFactory>();
  readonly #added: Plugin[] = [];
  readonly #names = new Map<string, number>();
  readonly origins = new Map<Plugin, ConfigPath>();
  readonly problems: Problem[] = [];

  constructor(document: ConfigDocument, places: PluginPlaces) {
    this.#document = document;
    this.#places = places;
    for (const builtin of places.builtins) {
      const plugin = typeof builtin === 'function' ? madePlugin(builtin, {}, places.parent) : builtin;
      this.#builtins.set(shortName(plugin.name), plugin);
      if (typeof builtin === 'function') this.#factories.set(shortName(plugin.name), builtin);
    }
  }

  get plugins(): readonly Plugin[] {
    return [...this.#builtins.values(), ...this.#added];
  }

  async add(entry: Entry): Promise<void> {
    try {
      await this.#add(entry);
    } catch (error) {
      this.#tell(entry, `cannot load "${entry.name}": ${firstLine(error)}`);
    }
  }

  #tell({ path }: Entry, message: string): void {
    this.problems.push(this.#document.problem(path, 'value', message));
  }

  async #add(entry: Entry): Promise<void> {
    const short = shortName(entry.name);
    const index = this.#names.get(short);
    if (index !== undefined) return this.#tell(entry, `"${entry.name}" is there twice: also at plugins[${index}]`);
    this.#names.set(short, Number(entry.path[1]));
    if (this.#builtins.has(short) && entry.options === undefined) return;
    const made = this.#factories.get(short) ?? (await this.#import(entry));
    if (made === undefined) return this.#tell(entry, missingWords(entry.name));
    const plugin = madePlugin(made, entry.options, this.#places.parent);
    this.#places.log?.debug(`config: plugin ${plugin.name} loaded for "${entry.name}"`);
    this.origins.set(plugin, entry.path);
    if (this.#builtins.has(short)) this.#builtins.set(short, plugin);
    else this.#added.push(plugin);
  }

  /** A builtin comes with us: it is looked for from here when the config's folder has none of its own. */
  async #import({ name }: Entry): Promise<unknown> {
    const { parent, loadModule } = this.#places;
    const names = candidatesOf(name);
    const module =
      (await firstModule(names, parent, loadModule)) ??
      (this.#builtins.has(shortName(name))
        ? await firstModule(names, new URL(import.meta.url), loadModule)
        : undefined);
    return module === undefined ? undefined : (defaultExport(module) ?? null);
  }
}

/** Loads what the config names, one after the other. Never throws: problems carry their positions. */
export async function loadPlugins(document: ConfigDocument, places: PluginPlaces): Promise<LoadedPlugins> {
  const loader = new PluginLoader(document, places);
  for (const entry of entriesOf(document.value)) await loader.add(entry);
  return { plugins: loader.plugins, origins: loader.origins, problems: loader.problems };
}
