import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError, loadConfig } from '@lcdflow/config';
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
  /** By the name of the panel; those are missing that have no room for it. */
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
    // It reads files, which takes time that is not virtual.
    .filter((name) => name !== 'image')
    .sort();

const PAGES = join(ROOT, 'scripts/gallery/pages.yaml');

/** Runs the page of a widget on all panels, for ten minutes of virtual time. */
export async function sceneOf(widget: string): Promise<Scene> {
  const readme = readFileSync(join(ROOT, 'widgets', widget, 'README.md'), 'utf8');
  const [, meaning = ''] = /^# .*\n+([^\n]+(?:\n[^\n]+)*)/.exec(readme) ?? [];
  const page = (parse(readFileSync(PAGES, 'utf8')) as Readonly<Record<string, unknown>>)[widget];
  if (page === undefined) throw new Error(`${PAGES} has no page "${widget}"`);
  const pages = { [widget]: page };
  const shots = new Map<string, Shot>();
  for (const { name, display } of PANELS) {
    const shot = await shotOf({ displays: { panel: { ...display, pages: [widget] } }, pages });
    if (shot) shots.set(name, shot);
  }
  return { widget, meaning, pages: stringify({ pages }, { flowCollectionPadding: true }), shots };
}

/** `undefined` when the panel has no room for its page. */
async function shotOf(config: object): Promise<Shot | undefined> {
  try {
    const [shot] = await shotsOf(stringify(config));
    return shot;
  } catch (error) {
    if (error instanceof ConfigError && error.problems.every(({ message }) => /no room|need/.test(message)))
      return undefined;
    throw error;
  }
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
