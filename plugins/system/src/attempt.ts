import { LcdError, type Logger, type Readings } from '@lcdflow/core';

/** No value for anything. */
export const MISSING: Readings = Object.freeze({});

/** Tells people how one source fares: once when it fails, once when it is back. */
export interface Attempts {
  /** It measured something; `problem` says why some of it is missing. */
  succeeded(readings: Readings, problem?: string): Readings;
  /** It had no value, for a reason a person can read. Errors that are no `LcdError` are faults and go on. */
  failed(error: unknown): Readings;
}

/** Starts with a source that is thought well. `name` begins each message. */
export function attempts(name: string, log: Logger): Attempts {
  let trouble: string | undefined;
  return {
    succeeded: (readings, problem) => {
      if (problem === undefined && trouble !== undefined) log.info(`${name}: is back`);
      if (problem !== undefined && problem !== trouble) log.warn(`${name}: ${problem}`);
      trouble = problem;
      return readings;
    },
    failed: (error) => {
      if (!(error instanceof LcdError)) throw error;
      if (trouble !== error.message) log.warn(`${name}: ${error.message}`);
      trouble = error.message;
      return MISSING;
    },
  };
}
