import { characterChecks } from './character-checks.ts';
import type { Check } from './check.ts';
import { controlChecks } from './control-checks.ts';
import { glassChecks } from './glass-checks.ts';
import { keyChecks } from './key-checks.ts';
import { lifeChecks } from './life-checks.ts';
import { shapeChecks } from './shape-checks.ts';
import { trafficChecks } from './traffic-checks.ts';

/** Everything that must be true of a driver. */
export const CHECKS: readonly Check[] = [
  ...shapeChecks,
  ...glassChecks,
  ...characterChecks,
  ...trafficChecks,
  ...keyChecks,
  ...controlChecks,
  ...lifeChecks,
];
