import { dirname } from 'node:path';
import process from 'node:process';
import type { FontOpener, Logger, Plugin, PluginFactory, Program } from '@lcdflow/core';
import { checkDocument } from '../check.ts';
import { readDocument } from '../document/config-document.ts';
import { ConfigError } from '../problem.ts';
import { configSchema } from '../schema/config-schema.ts';
import { type ConfigFile, readConfigFile } from './config-file.ts';
import { loadFonts } from './load-fonts.ts';
import { loadPlugins } from './load-plugins.ts';
import { importModule, type LoadModule, parentOf } from './plugin-module.ts';

/** Where a config is and what it may use. */
export interface LoadOptions {
  /** This file; else `lcd.config.yaml` or `lcd.config.yml` in `cwd`. */
  readonly file?: string;
  /** The folder of the process when left out. */
  readonly cwd?: string;
  /** Plugins that need not be named. A function makes one from options and is called again when the config has some. */
  readonly builtins: Builtins | LoadBuiltins;
  readonly log?: Logger;
  /** Reads the fonts that the config names; they stay unread when left out. */
  readonly fonts?: FontOpener;
  /** Replaces `import()`, for tests. */
  readonly loadModule?: LoadModule;
}

type Builtins = readonly (Plugin | PluginFactory)[];

/** Loads those plugins of which something may be named in a config's text; all without one. */
export type LoadBuiltins = (text?: string) => Promise<Builtins>;

/** A config that is right. */
export interface LoadedConfig {
  readonly program: Program;
  /** The config's file, absolute. */
  readonly file: string;
  /** The builtins, those with options made anew, and then the config's own. */
  readonly plugins: readonly Plugin[];
  /** The JSON Schema of configs with these plugins, made when asked for. */
  readonly schema: object;
}

/** Finds, reads and checks the config and loads its plugins. Throws a `ConfigError` with everything that is wrong. */
export async function loadConfig(options: LoadOptions): Promise<LoadedConfig> {
  const config = await readConfigFile(options.file, options.cwd ?? process.cwd());
  const { builtins } = options;
  if (typeof builtins !== 'function') return checkedWith(builtins, config, options);
  try {
    return await checkedWith(await builtins(config.text), config, options);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    // Only among all of them is what was meant.
    return checkedWith(await builtins(), config, options);
  }
}

async function checkedWith(
  builtins: Builtins,
  { file, label, text }: ConfigFile,
  options: LoadOptions,
): Promise<LoadedConfig> {
  const { log, loadModule = importModule } = options;
  const document = readDocument(text, label);
  const { plugins, origins, problems } = await loadPlugins(document, {
    builtins,
    parent: parentOf(file),
    loadModule,
    log,
  });
  const read = options.fonts && (await loadFonts(document, dirname(file), options.fonts));
  const checked = checkDocument(document, plugins, {
    origins,
    incomplete: problems.length > 0,
    folder: dirname(file),
    ...(read && { fonts: read.fonts }),
  });
  const { program } = checked;
  const all = [...problems, ...(read?.problems ?? []), ...checked.problems];
  if (program === undefined || all.length > 0) throw new ConfigError(all);
  return {
    program,
    file,
    plugins,
    get schema() {
      return configSchema(plugins);
    },
  };
}
