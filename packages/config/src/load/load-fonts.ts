import { resolve } from 'node:path';
import {
  type ConfigPath,
  type Font,
  type FontFile,
  type FontOpener,
  type Fonts,
  fraction,
  messageOf,
} from '@lcdflow/core';
import type { ConfigDocument } from '../document/config-document.ts';
import { isMapping } from '../prepare.ts';
import type { Problem } from '../problem.ts';

/** All fonts of a config, and what is wrong with those that could not be read. */
export interface LoadedFonts {
  readonly fonts: Fonts;
  readonly problems: readonly Problem[];
}

interface Entry {
  readonly file: FontFile;
  readonly path: ConfigPath;
}

/** A font as far as what is written has the right shape; the schema tells the rest. */
function entryOf(name: string, written: unknown, folder: string): Entry | undefined {
  const { file, size, threshold } = isMapping(written) ? written : { file: written };
  if (typeof file !== 'string' || file === '') return undefined;
  const share = typeof threshold === 'string' ? fraction(threshold) : undefined;
  return {
    path: isMapping(written) ? ['fonts', name, 'file'] : ['fonts', name],
    file: {
      name,
      path: resolve(folder, file),
      label: file,
      ...(typeof size === 'string' && { size: Number.parseInt(size, 10) }),
      ...(share !== undefined && { threshold: share }),
    },
  };
}

function entriesOf(value: unknown, folder: string): readonly Entry[] {
  const written = isMapping(value) && isMapping(value.fonts) ? value.fonts : {};
  return Object.entries(written).flatMap(([name, one]) => entryOf(name, one, folder) ?? []);
}

/** Reads the fonts that a config names. Never throws: problems carry their positions. */
export async function loadFonts(document: ConfigDocument, folder: string, opener: FontOpener): Promise<LoadedFonts> {
  const named = new Map<string, Font>();
  const problems: Problem[] = [];
  for (const { file, path } of entriesOf(document.value, folder))
    try {
      named.set(file.name, await opener.open(file));
    } catch (error) {
      problems.push(document.problem(path, 'value', messageOf(error)));
    }
  return { fonts: { named, ...(opener.last && { last: opener.last }) }, problems };
}
