/** What a graphics card says. What it does not say is `undefined`. */
export interface Card {
  /** `card0`, as the kernel calls it, or `gpu0` for those that nvidia-smi tells of. */
  readonly id: string;
  /** Where it is: `0000:03:00.0`. Stays the same over restarts. */
  readonly address: string | undefined;
  readonly name: string;
  /** `active` or `asleep`; one that is asleep is left so. */
  readonly state: string;
  /** % */
  readonly busy: number | undefined;
  /** B and % */
  readonly memory: {
    readonly used: number | undefined;
    readonly total: number | undefined;
    readonly percent: number | undefined;
  };
  readonly celsius: number | undefined;
  /** W */
  readonly power: number | undefined;
  /** Hz */
  readonly frequency: number | undefined;
  /** % */
  readonly fan: number | undefined;
}

/** Used memory with its share; amounts in B. */
export const memoryOf = (used: number | undefined, total: number | undefined): Card['memory'] => ({
  used,
  total,
  percent: used === undefined || total === undefined || total <= 0 ? undefined : Math.min(100, (used * 100) / total),
});

/** A share inside 0 to 100 %. */
export const share = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.min(100, Math.max(0, value));

/** One of which nothing is known but what and where it is. */
export const unknownCard = (id: string, address: string | undefined, name: string, state = 'active'): Card => ({
  ...{ id, address, name, state, memory: memoryOf(undefined, undefined) },
  ...{ busy: undefined, celsius: undefined, power: undefined, frequency: undefined, fan: undefined },
});
