import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@lcdflow/config';
import type { Plugin, PluginFactory } from '@lcdflow/core';
import images from '@lcdflow/widget-image';
import { stringify } from 'yaml';
import { play, type Shot } from '../../test/program/play.ts';
import { createWorld, type World } from '../../test/program/world.ts';
import { livelyPlugin } from './lively-machine.ts';
import { pageOf } from './pages.ts';
import type { Panel } from './panels.ts';
import { imagesAtHand } from './pictures-at-hand.ts';

/** ms that a page has run when the picture is taken: five past ten where `TZ` is ten hours before UTC. */
const SHOWN_FOR = 308_500;
/** Where the pictures are taken. */
export const ZONE = 'Etc/GMT-10';

/** What a person sees who stands before a panel on which the page of a widget has run for five minutes. */
export async function shotOf(widget: string, panel: Panel): Promise<Shot> {
  const folder = mkdtempSync(join(tmpdir(), 'lcdflow-gallery-'));
  const world = createWorld();
  try {
    const file = join(folder, 'lcd.config.yaml');
    const display = { fps: 1, ...panel.display, pages: [widget] };
    writeFileSync(file, stringify({ displays: { panel: display }, pages: { [widget]: pageOf(widget) } }));
    const loaded = await loadConfig({ file, builtins: pluginsOf(world) });
    const { shots, log } = play(loaded, { shots: [SHOWN_FOR], events: [] }, world);
    const failures = log.filter((line) => !/ (info|warn): /.test(line));
    if (failures.length > 0 || !shots[0]) throw new Error(`${widget} on ${panel.name}: ${failures.join('\n')}`);
    return shots[0];
  } finally {
    world.machine.remove();
    rmSync(folder, { recursive: true });
  }
}

const pluginsOf = ({ plugins }: World): readonly (Plugin | PluginFactory)[] =>
  plugins.map((plugin) => {
    if (plugin === images) return imagesAtHand;
    return typeof plugin === 'function'
      ? (...given: Parameters<typeof plugin>) => livelyPlugin(plugin(...given))
      : livelyPlugin(plugin);
  });
