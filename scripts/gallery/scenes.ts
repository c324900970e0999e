import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '@lcdflow/config';
import { parse, stringify } from 'yaml';
import { play, type Shot } from '../../test/program/play.ts';
import { createWorld } from '../../test/program/world.ts';
import { livelyPlugin } from './lively-machine.ts';
import { PANELS } from './panels.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A widget on all panels. */
export interface Scene {
  readonly widget: string;
  /** What it is, by its README. */
  readonly meaning: string;
  /** What a config says to show it. */
  readonly pages: string;
  /** By the name of the panel. */
  readonly shots: ReadonlyMap<string, Shot>;
}

/** ms that a page has run when the picture is taken: ten past ten where `TZ` is ten hours before UTC. */
const SHOWN_FOR = 608_500;
/** Where the pictures are taken. */
export const ZONE = 'Etc/GMT-10';

/** The widgets of the gallery, in order. */
export const widgets = (): readonly string[] =>
  readdirSync(join(ROOT, 'widgets'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

const PAGES = join(ROOT, 'scripts/gallery/pages.yaml');

/** Runs the page of a widget on all panels, for ten minutes of virtual time. */
export async function sceneOf(widget: string): Promise<Scene> {
  const readme = readFileSync(join(ROOT, 'widgets', widget, 'README.md'), 'utf8');
  const [, meaning = ''] = /^# .*\n+([^\n]+(?:\n[^\n]+)*)/.exec(readme) ?? [];
  const page = (parse(readFileSync(PAGES, 'utf8')) as Readonly<Record<string, unknown>>)[widget];
  if (page === undefined) throw new Error(`${PAGES} has no page "${widget}"`);
  const displays = Object.fromEntries(
    PANELS.map(({ name, display }) => [`panel${name}`, { ...display, pages: [widget] }]),
  );
  const pages = { [widget]: page };
  const shots = await shotsOf(stringify({ displays, pages }));
  const byPanel = new Map(shots.map((shot) => [shot.plan.name.replace('panel', ''), shot]));
  return { widget, meaning, pages: stringify({ pages }, { flowCollectionPadding: true }), shots: byPanel };
}

async function shotsOf(config: string): Promise<readonly Shot[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lcdflow-gallery-'));
  const world = createWorld();
  try {
    const file = join(folder, 'lcd.config.yaml');
    writeFileSync(file, config);
    const builtins = world.plugins.map((plugin) =>
      typeof plugin === 'function'
        ? (...given: Parameters<typeof plugin>) => livelyPlugin(plugin(...given))
        : livelyPlugin(plugin),
    );
    const loaded = await loadConfig({ file, builtins });
    return play(loaded, { shots: [SHOWN_FOR], events: [] }, world).shots;
  } finally {
    world.machine.remove();
    rmSync(folder, { recursive: true });
  }
}
