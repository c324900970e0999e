import type { TextFile } from './files.ts';

/** Paths that only one machine has, in pieces so that this file does not name them. */
const PLACES = [['work'], ['tmp', 'brief'], ['root']].map((parts) => `/${parts.join('/')}/`);

/** Where a file names a place of one machine: `path:line /place`. */
export const machinePlaces = ({ path, text }: TextFile): readonly string[] =>
  text.split('\n').flatMap((line, index) => {
    const place = PLACES.find(
      (candidate) => line.includes(candidate) && !/https?:\/\/\S*$/.test(line.split(candidate)[0]!),
    );
    return place === undefined ? [] : [`${path}:${index + 1} ${place}`];
  });

/** Packages of a lock file that say which registry they came from, which is only right on one machine. */
export const registryUrls = (lock: string): readonly string[] =>
  [...lock.matchAll(/"resolved": "(https?:[^"]*)"/g)].map(([, url]) => url!);
