/** Counters of one thing: a core, an interface, a disk. */
export type Counters<K extends string> = Readonly<Partial<Record<K, number>>>;

/** How much counters grew between two samples. */
export interface Growth<K extends string> {
  /** Seconds between the samples; `undefined` for the first one and when the clock went back or stood. */
  readonly seconds: number | undefined;
  /** By name, for those in both samples; a counter that went down (wrapped, reset) has no growth. */
  readonly grown: ReadonlyMap<string, Counters<K>>;
}

/** Remembers the last sample and tells what grew since. Times are in ms. */
export function growthSinceLast<K extends string>(): (
  now: number,
  sample: ReadonlyMap<string, Counters<K>>,
) => Growth<K> {
  let before: ReadonlyMap<string, Counters<K>> = new Map();
  let sampled = Number.POSITIVE_INFINITY;
  return (now, sample) => {
    const grown = new Map<string, Counters<K>>();
    for (const [name, counters] of sample) {
      const old = before.get(name);
      if (old !== undefined) grown.set(name, difference(old, counters));
    }
    const seconds = now > sampled ? (now - sampled) / 1000 : undefined;
    before = sample;
    sampled = now;
    return { seconds, grown };
  };
}

function difference<K extends string>(old: Counters<K>, counters: Counters<K>): Counters<K> {
  const grown: Partial<Record<K, number>> = {};
  for (const key in counters) {
    const change = counters[key]! - (old[key] ?? Number.NaN);
    if (change >= 0) grown[key] = change;
  }
  return grown;
}

/** The sum of what is known; `undefined` when nothing is. */
export function sumOfKnown(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0);
}

/** An amount in a second. */
export const perSecond = (amount: number | undefined, seconds: number | undefined): number | undefined =>
  amount === undefined || seconds === undefined ? undefined : amount / seconds;

/** Whether a counter can have this value. */
export const isCount = (value: number): boolean => value >= 0 && value < Number.POSITIVE_INFINITY;
