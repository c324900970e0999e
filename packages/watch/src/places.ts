import type { Stats } from 'node:fs';
import { readlink, stat } from 'node:fs/promises';
import { dirname, join, parse, sep } from 'node:path';

/** A folder where it shows that something at a path has changed. */
export interface Place {
  readonly folder: string;
  /** Which folder it is: another one may come under the same name. */
  readonly identity: string;
  /** What in it is of interest. */
  readonly name: string;
}

const MOST_LINKS = 16;

/** Tells files apart that have one name at different times. */
export const identityOf = ({ dev, ino, birthtimeMs }: Stats): string => `${dev}:${ino}:${birthtimeMs}`;

/**
 * The folders to watch for one absolute path: where each link on the way lies, also one in place of a folder, and at
 * last the folder the file is in, or the nearest above that there is.
 */
export async function placesOf(path: string): Promise<readonly Place[]> {
  const { root } = parse(path);
  const links: Place[] = [];
  let folder = root;
  let names = stepsOf(path.slice(root.length));
  for (;;) {
    const [name, ...rest] = names;
    const place = { folder, identity: await identityAt(folder), name: name ?? '' };
    if (name === undefined) return [...links, place];
    const next = name === '..' ? dirname(folder) : join(folder, name);
    const target = links.length < MOST_LINKS ? await readlink(next).catch(() => undefined) : undefined;
    if (target !== undefined) {
      links.push(place);
      const start = parse(target).root;
      names = [...stepsOf(target.slice(start.length)), ...rest];
      folder = start || folder;
    } else if (rest.length > 0 && (await isFolder(next))) {
      names = rest;
      folder = next;
    } else return [...links, place];
  }
}

const stepsOf = (path: string): readonly string[] => path.split(sep).filter((name) => name !== '' && name !== '.');

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false;

async function identityAt(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => undefined);
  return found === undefined ? '' : identityOf(found);
}
