/** Whole numbers from 0 up to, but not with, a limit. */
export type Random = (limit: number) => number;

/** The same numbers for the same seed: a 32 bit xorshift generator (G. Marsaglia, "Xorshift RNGs", 2003). */
function seeded(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e37_79b1) >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

/** Runs something with so many seeds in a row, the first by chance unless given; a failure names its own. */
export function fuzz(count: number, run: (random: Random) => void, first = Math.floor(Math.random() * 2 ** 31)): void {
  for (let seed = first; seed < first + count; seed++) {
    try {
      run(seeded(seed));
    } catch (error) {
      throw new Error(`with seed ${seed}`, { cause: error });
    }
  }
}

/** Random bytes, up to so many; every other one of those that mean something, if there are any. */
export function randomBytes(random: Random, most: number, likely: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: random(most + 1) }, () =>
    likely.length > 0 && random(2) === 0 ? likely[random(likely.length)]! : random(256),
  );
}

/** @throws if something is not as it must be; much faster than the `expect` of a test runner */
export function must(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(`${what} is expected`);
}
