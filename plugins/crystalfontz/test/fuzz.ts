/** A whole number from 0 and below a limit. */
export type Random = (below: number) => number;

/** mulberry32: the same seed gives the same numbers. */
function seeded(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const RUNS = process.env.LCDFLOW_DEEP === '1' ? 100_000 : 5_000;

/** Runs a check 5000 times, or 100000 with LCDFLOW_DEEP=1; a failure tells the seed of its run. */
export function fuzz(check: (random: Random) => void, runs = RUNS): void {
  const first = Math.floor(Math.random() * 2 ** 32);
  for (let run = 0; run < runs; run++) {
    const seed = (first + run) >>> 0;
    try {
      check(seeded(seed));
    } catch (error) {
      if (error instanceof Error) error.message += `\n(again with seed: ${seed})`;
      throw error;
    }
  }
}

const listOf = <T>(length: number, one: () => T): readonly T[] => Array.from({ length }, one);

/** Whole, damaged and cut packets with noise between them: up to 78 bytes. */
export function stream(random: Random, packet: (random: Random) => Uint8Array): Uint8Array {
  const parts = listOf(random(4), () => {
    const whole = packet(random);
    const kind = random(4);
    if (kind === 0) return Uint8Array.from(listOf(random(12), () => random(256)));
    if (kind === 1) return whole.slice(0, random(whole.length));
    if (kind === 2) whole[random(whole.length)]! ^= 1 << random(8);
    return whole;
  });
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** The same bytes, cut anywhere. */
export function cut(bytes: Uint8Array, random: Random): readonly Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += chunks.at(-1)!.length)
    chunks.push(bytes.subarray(at, at + 1 + random(bytes.length)));
  return chunks;
}
