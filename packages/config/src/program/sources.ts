import type { SourcePlan } from '@lcdflow/core';
import { sourceNameProblem, unknownWords } from '../catalogue.ts';
import { isMapping } from '../prepare.ts';
import { withSecrets } from '../secrets.ts';
import type { MeasuringDisplays } from './display-sources.ts';
import type { Draft } from './draft.ts';

/** All sources of the config, those with wrong options too: expressions may name them. */
export function planSources(sources: unknown, draft: Draft): readonly SourcePlan[] {
  if (!isMapping(sources)) return [];
  return Object.entries(sources).flatMap(([name, instance]) => {
    const problem = sourceNameProblem(name);
    if (problem !== undefined) draft.add(['sources', name], 'key', problem);
    if (!isMapping(instance) || typeof instance.source !== 'string') return [];
    const source = draft.catalogue.sources.get(instance.source);
    const { source: _, ...written } = instance;
    if (source === undefined) return [];
    // What wrong options name is not known.
    if (draft.isFaulty(['sources', name])) return [{ name, source, options: undefined }];
    return [{ name, source, options: withSecrets(source.options as never, written, draft.folder) }];
  });
}

/** What to say about a source that expressions name and the config has not; empty for nothing. */
export function unknownSourceWords(
  sources: unknown,
  plans: readonly SourcePlan[],
  measuring: MeasuringDisplays,
  { catalogue }: Draft,
  incomplete: boolean,
): (name: string) => string {
  const broken = new Set([...(isMapping(sources) ? Object.keys(sources) : []), ...measuring.unclear]);
  const known = [...measuring.plans, ...plans].map(({ name }) => name);
  return (name) => {
    if (incomplete || broken.has(name)) return '';
    const type = catalogue.sources.get(name);
    if (type === undefined) return unknownWords('source', name, known);
    return `the source "${name}" needs ${type.options.required!.map((key) => `"${key}"`).join(' and ')}: name it under sources`;
  };
}
