/** Whole numbers from 0 up to, but not with, a limit. */
export type Random = (limit: number) => number;

/** The same numbers for the same seed: a 32 bit xorshift generator (G. Marsaglia, "Xorshift RNGs", 2003). */
export function seededRandom(seed: number): Random {
  // Seeds close to each other must not begin alike, and 0 would stay 0 for ever.
  let state = Math.imul(seed + 1, 0x9e37_79b1) >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

/** The same items in another order. */
export function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = random(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
