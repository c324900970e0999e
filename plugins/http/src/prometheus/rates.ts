import type { Sample } from './samples.ts';

interface Counted {
  readonly value: number;
  readonly at: number;
}

const keyOf = ({ name, labels }: Sample): string =>
  JSON.stringify([name, ...[...labels].sort(([a], [b]) => (a < b ? -1 : 1))]);

/**
 * How much each counter has grown in a second since it was seen last, at most `longest` ms ago; series that were not
 * seen then are left out. A counter that is smaller than before has begun anew at 0.
 */
export function rates(longest: number): (samples: readonly Sample[], at: number) => readonly number[] {
  let before: ReadonlyMap<string, Counted> = new Map();
  return (samples, at) => {
    const now = new Map(samples.map((sample) => [keyOf(sample), { value: sample.value, at }]));
    const grown = [...now].flatMap(([key, { value }]) => {
      const last = before.get(key);
      if (last === undefined || at <= last.at || at - last.at > longest) return [];
      return [((value < last.value ? value : value - last.value) * 1000) / (at - last.at)];
    });
    before = now;
    return grown;
  };
}
