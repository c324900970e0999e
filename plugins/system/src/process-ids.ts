import type { Files } from './files.ts';

/** The last list, for the others who ask at the same moment. */
const listed = new WeakMap<Files, { readonly now: number; readonly ids: readonly string[] }>();

/** The numbers of the processes that this user may see: each is a folder of /proc. Listing them is dear. */
export function processIds(files: Files, now: number): readonly string[] {
  const known = listed.get(files);
  if (known?.now === now) return known.ids;
  const ids = files.entries('/proc').filter((name) => /^\d+$/.test(name));
  listed.set(files, { now, ids });
  return ids;
}
