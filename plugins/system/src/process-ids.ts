import type { Files } from './files.ts';

/** How long (ms) a list is good while no more and no fewer processes are there: one may have taken another's place. */
const GOOD = 2900;

interface List {
  readonly ids: readonly string[];
  readonly listed: number;
  readonly links: number | undefined;
}

/** Listed once for all who ask. */
const lists = new WeakMap<Files, List>();

/**
 * The numbers of the processes that this user may see: each is a folder of /proc. Listing them takes a µs for each, so
 * that is done when the links of /proc, two for itself and one for each folder, have become more or fewer.
 */
export function processIds(files: Files, now: number): readonly string[] {
  const links = files.links('/proc');
  const known = lists.get(files);
  if (known !== undefined && known.links === links && now >= known.listed && now - known.listed < GOOD)
    return known.ids;
  const ids = files.entries('/proc').filter((name) => /^\d+$/.test(name));
  lists.set(files, { ids, listed: now, links });
  return ids;
}
