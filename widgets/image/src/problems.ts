import type { Logger } from '@lcdflow/core';

/** The most pictures whose problems are remembered. */
const MOST = 100;

/** Says once what is wrong with a picture, also when its page comes and goes, and when that is over. */
export type TellProblem = (log: Logger, path: string, problem: string | undefined) => void;

/** Remembers what has been said. */
export function problems(): TellProblem {
  const known = new Map<string, string>();
  return (log, path, problem) => {
    const before = known.get(path);
    if (problem === before) return;
    known.delete(path);
    if (problem === undefined) log.info('image: the picture is there again');
    else {
      log.warn(`image: ${problem}`);
      known.set(path, problem);
    }
    for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest);
  };
}
