import { PICTURE_FONT, picture } from '@lcdflow/testkit';
import { parse } from 'yaml';
import type { TextFile } from '../architecture/files.ts';
import { shotsOf } from '../gallery/scenes.ts';
import { type Block, cut } from '../readme/markdown.ts';
import { beside } from './beside.ts';
import { glass } from './glass.ts';

/** The same letters in small places and in large ones; a frame a second, as more would only take time. */
const LOOK = { font: PICTURE_FONT, fps: 1 };

/** A Markdown file with its pictures as they should be: each shows the config above it on the places it names. */
export async function drawnReadme(file: TextFile): Promise<string> {
  const { blocks } = cut(file);
  const lines = file.text.split('\n');
  for (const { language, line, marks, text } of blocks.toReversed())
    if (language === 'picture') {
      const drawn = await drawnLines(configAbove(blocks, line), marks);
      lines.splice(line - 1, text.split('\n').length - 1, ...drawn);
    }
  return lines.join('\n');
}

/** What the last config above a line of a Markdown file says. */
export function configAbove(blocks: readonly Block[], before: number): unknown {
  const config = blocks.findLast(({ language, line }) => language === 'yaml' && line < before);
  if (!config) throw new Error(`there is no config above line ${before}`);
  return parse(config.text);
}

/** What of a config can be seen: its pages, the members of a list, or else the one part that it is. */
function partsOf(config: unknown): readonly unknown[] {
  if (Array.isArray(config)) return config;
  const { pages } = config as { readonly pages?: object };
  return pages ? Object.values(pages) : [config];
}

/** Each part on each place, all in one program. */
async function drawnLines(config: unknown, places: readonly string[]): Promise<readonly string[]> {
  const pages = Object.fromEntries(partsOf(config).map((part, index) => [`part${index}`, part]));
  const displays = places.flatMap((size) =>
    Object.keys(pages).map((page) => [`${page}-${size}`, { driver: 'glass', size, ...LOOK, pages: [page] }]),
  );
  const shots = await shotsOf({ displays: Object.fromEntries(displays), pages }, [glass]);
  return beside(shots.map(({ frame, plan }) => picture(frame, plan.model.cell).trimEnd().split('\n')));
}
