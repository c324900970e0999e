import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@lcdflow/config';
import type { Plugin, PluginFactory } from '@lcdflow/core';
import images from '@lcdflow/widget-image';
import { stringify } from 'yaml';
import { play, type Shot } from '../program/play.ts';
import { createWorld, type World } from '../program/world.ts';
import { livelyPlugin } from './lively-machine.ts';
import { pageOf } from './pages.ts';
import type { Panel } from './panels.ts';
import { imagesAtHand } from './pictures-at-hand.ts';

/** ms that a page has run when the picture is taken: five past ten where `TZ` is ten hours before UTC. */
const SHOWN_FOR = 308_500;
/** Where the pictures are taken. */
export const ZONE = 'Etc/GMT-10';

/** What a person sees who stands before a panel on which the page of a widget has run for five minutes. */
export async function shotOf(widget: string, { display }: Panel): Promise<Shot> {
  const displays = { panel: { fps: 1, ...display, pages: [widget] } };
  const [shot] = await shotsOf({ displays, pages: { [widget]: pageOf(widget) } });
  return shot!;
}

/** The displays of a config after five minutes; `more` are plugins that it may use besides. */
export async function shotsOf(config: object, more: readonly Plugin[] = []): Promise<readonly Shot[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lcdflow-gallery-'));
  try {
    const file = join(folder, 'lcd.config.yaml');
    writeFileSync(file, stringify(config));
    return await shotsOfFile(file, more);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same of a config that is a file. */
export async function shotsOfFile(file: string, more: readonly Plugin[] = []): Promise<readonly Shot[]> {
  const world = createWorld();
  try {
    const loaded = await loadConfig({ file, builtins: [...pluginsOf(world), ...more] });
    const { shots, log } = play(loaded, { shots: [SHOWN_FOR], events: [] }, world);
    const failures = log.filter((line) => !/ (info|warn): /.test(line));
    if (failures.length > 0 || shots.length === 0) throw new Error(`${file}: ${failures.join('\n')}`);
    return shots;
  } finally {
    world.machine.remove();
  }
}

const pluginsOf = ({ plugins }: World): readonly (Plugin | PluginFactory)[] =>
  plugins.map((plugin) => {
    if (plugin === images) return imagesAtHand;
    return typeof plugin === 'function'
      ? (...given: Parameters<typeof plugin>) => livelyPlugin(plugin(...given))
      : livelyPlugin(plugin);
  });
