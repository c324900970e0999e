import { LcdError, type OptionsSchema } from '@lcdflow/core';
import { type Conformance, candidateOf } from './conformance/candidate.ts';
import { CHECKS } from './conformance/checks.ts';

export type { Conformance } from './conformance/candidate.ts';

/** A check for any test runner. It does not need `this`. */
export interface ConformanceCheck {
  readonly name: string;
  /** Throws if it is not true of the driver. */
  run(): void | Promise<void>;
}

/**
 * What the contract demands of every driver, as checks on an emulated device in virtual time: give each to the test
 * runner of your choice. A check that is listed in `except` has its reason in its name and does nothing. Errors with
 * `config` if `depth` is not a whole number from 1, or if `except` names a check that does not exist.
 */
export function driverConformance<S extends OptionsSchema>(claims: Conformance<S>): readonly ConformanceCheck[] {
  const candidate = candidateOf(claims);
  const reasons = new Map(Object.entries(claims.except ?? {}));
  expectKnown([...reasons.keys()]);
  const { cell } = candidate.model;
  return CHECKS.filter((check) => (check.cell ?? cell) === cell).map(({ name, run }) => {
    const reason = reasons.get(name);
    return reason === undefined
      ? { name, run: () => run(candidate) }
      : { name: `${name} (except: ${reason})`, run: () => {} };
  });
}

function expectKnown(names: readonly string[]): void {
  const known = CHECKS.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new LcdError('config', `except: there is no check "${unknown}"; there are: ${known.join('; ')}`);
}
