import { fuzz as fuzzed, type Random } from '@lcdflow/testkit';

const RUNS = process.env.LCDFLOW_DEEP === '1' ? 100_000 : 5_000;

/** Runs a check 5000 times, or 100000 with LCDFLOW_DEEP=1; a failure tells the seed of its run. */
export const fuzz = (check: (random: Random) => void, runs = RUNS): void => fuzzed(runs, check);

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
