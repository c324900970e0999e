import type { Plugin, PluginFactory, Source } from '@lcdflow/core';
import system, { type SystemOptions } from '@lcdflow/plugin-system';
import { defer, tap } from 'rxjs';
import { builtinsOn } from '../../packages/cli/src/builtins.ts';
import { type Machine, machineOf } from './machine.ts';
import { silentScreen } from './silent-screen.ts';

/** How often a source was asked. */
export interface Polls {
  subscriptions: number;
  readings: number;
}

/** What programs of tests run in: the plugins of the command, on a machine made of files. */
export interface World {
  readonly plugins: readonly (Plugin | PluginFactory)[];
  readonly machine: Machine;
  /** By the name of the source. */
  readonly polls: ReadonlyMap<string, Polls>;
}

const BUILTINS = await builtinsOn(silentScreen)();

/** The built-in plugins of `lcd`; `system` reads the fixture `laptop` unless the config gives another `root`. */
export function createWorld(fixture = 'laptop'): World {
  const machine = machineOf(fixture);
  const polls = new Map<string, Polls>();
  const onMachine: PluginFactory<SystemOptions> = (options, config) =>
    counted(system({ root: machine.root, ...options }, config), polls);
  const plugins = BUILTINS.map((plugin) => {
    if (plugin === system) return onMachine;
    return typeof plugin === 'function' ? plugin : counted(plugin, polls);
  });
  return { plugins, machine, polls };
}

const counted = (plugin: Plugin, polls: Map<string, Polls>): Plugin =>
  plugin.sources ? { ...plugin, sources: plugin.sources.map((source) => countedSource(source, polls)) } : plugin;

function countedSource(source: Source, polls: Map<string, Polls>): Source {
  const count = (key: keyof Polls): void => {
    const poll = polls.get(source.name) ?? { subscriptions: 0, readings: 0 };
    poll[key] += 1;
    polls.set(source.name, poll);
  };
  const read: Source['read'] = (options, context) => {
    const readings = source.read(options, context);
    return defer(() => {
      count('subscriptions');
      return readings.pipe(tap(() => count('readings')));
    });
  };
  return { ...source, read };
}
