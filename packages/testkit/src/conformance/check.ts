import type { Candidate } from './candidate.ts';

/** One thing that must be true of every driver. */
export interface Check {
  readonly name: string;
  /** Throws if it is not true. */
  run(candidate: Candidate): void;
}
