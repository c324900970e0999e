import type { Candidate } from './candidate.ts';
import { type Random, seededRandom } from './random.ts';

/** Runs a check with random numbers. Whoever reads of a failure must be able to have it again. */
export function seeded(candidate: Candidate, check: (candidate: Candidate, random: Random) => void): void {
  const { seed } = candidate;
  try {
    check(candidate, seededRandom(seed));
  } catch (error) {
    if (error instanceof Error) error.message += `\n(again with seed: ${seed})`;
    throw error;
  }
}
