import type { SourcePlan } from './program.ts';
import type { Source } from './types.ts';

/** Every reading of a source with these options: those it always has, and those that the options name. */
export const describedReadings = ({ source, options }: Pick<SourcePlan, 'source' | 'options'>): Source['describe'] =>
  source.describeFor ? { ...source.describe, ...source.describeFor(options as never) } : source.describe;
