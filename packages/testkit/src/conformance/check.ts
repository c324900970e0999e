import type { CellKind } from '@lcdflow/core';
import type { Candidate } from './candidate.ts';

/** One thing that must be true of every driver. */
export interface Check {
  readonly name: string;
  /** For panels with this kind of cells only. */
  readonly cell?: CellKind;
  /** Throws if it is not true. */
  run(candidate: Candidate): void;
}
