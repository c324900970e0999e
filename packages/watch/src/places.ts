import type { Stats } from 'node:fs';
import { readlink, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';

/** A folder where it shows that something at a path has changed. */
export interface Place {
  readonly folder: string;
  /** Which folder it is: another one may come under the same name. */
  readonly identity: string;
  /** What in it is of interest; everything when left out. */
  readonly name?: string;
}

const MOST_LINKS = 16;

/** Tells files apart that have one name at different times. */
export const identityOf = ({ dev, ino, birthtimeMs }: Stats): string => `${dev}:${ino}:${birthtimeMs}`;

/**
 * The folders to watch for one path: the one it is in, or the nearest above that there is; and where links lead to, that
 * of their target.
 */
export async function placesOf(path: string, links = 0): Promise<readonly Place[]> {
  const place = await nearest(dirname(path), basename(path));
  if (place.folder !== dirname(path)) return [place];
  const target = await readlink(path).catch(() => undefined);
  if (target === undefined || links >= MOST_LINKS) return [place];
  // A link may lead through another one beside it, which is changed instead.
  const { folder, identity } = place;
  return [{ folder, identity }, ...(await placesOf(resolve(folder, target), links + 1))];
}

async function nearest(folder: string, name: string): Promise<Place> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return { folder, identity: identityOf(found), name };
  const above = dirname(folder);
  return above === folder ? { folder, identity: '', name } : nearest(above, basename(folder));
}
