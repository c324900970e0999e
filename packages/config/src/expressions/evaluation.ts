import type { Compiled, Quantity, Readings } from '@lcdflow/core';
import type { ASTNode } from '@marcbachmann/cel-js';
import { plainValue } from './plain-value.ts';
import { type Describe, descriptionOf, type Step, valueAt, written } from './reading-path.ts';
import { rangeOf } from './reading-range.ts';
import type { Reference, Target } from './references.ts';

type Snapshot = Readonly<Record<string, Readings | undefined>>;

/** An expression without problems. */
export interface Parsed {
  readonly evaluate: ((context?: Record<string, unknown>) => unknown) & { readonly ast: ASTNode };
  readonly references: readonly Reference[];
  /** The one reference that is all of it. */
  readonly path: Reference | undefined;
}

/** An expression on the members of a list, made ready. */
export interface CompiledRow {
  readonly sources: readonly string[];
  /** Never throws. `index` is the member's place in the list. */
  evaluate(readings: Snapshot, row?: unknown, index?: number): Quantity;
}

const measured = (readings: Snapshot, sources: readonly string[]): boolean =>
  sources.every((name) => Object.hasOwn(readings, name) && readings[name] !== undefined);

function orNothing(compute: () => Quantity): Quantity {
  try {
    return compute();
  } catch {
    return { value: undefined };
  }
}

/** What CEL computes. */
export function computed({ evaluate, references }: Parsed): CompiledRow {
  const sources = [...new Set(references.map(({ source }) => source))];
  return {
    sources,
    evaluate: (readings, row) =>
      measured(readings, sources)
        ? orNothing(() => ({ value: plainValue(evaluate(row === undefined ? readings : { ...readings, row })) }))
        : { value: undefined },
  };
}

/** `cpu.cores[0].busy`: no need for CEL, and its unit and range are known. */
export function plain({ source, steps }: Reference, describe: Describe): Compiled<Quantity> {
  const quantity = quantityAt(source, steps, describe);
  return { sources: [source], evaluate: (readings) => orNothing(() => quantity(readings)) };
}

/** `row.busy`, where the list is a reading: the same with the member's place in the path. */
export function plainOfRow({ source, steps }: Reference, member: Reference, describe: Describe): CompiledRow {
  const place = member.steps.length - 1;
  const ofMember = (index: number) => quantityAt(source, steps.with(place, { offset: 0, index }), describe);
  const quantities: ReturnType<typeof ofMember>[] = [];
  const quantity = (index: number) => (quantities[index] ??= ofMember(index));
  return {
    sources: [source],
    evaluate: (readings, _, index = 0) => orNothing(() => quantity(index)(readings)),
  };
}

function quantityAt(source: string, steps: readonly Step[], describe: Describe): (readings: Snapshot) => Quantity {
  const description = descriptionOf(describe, steps);
  const unit = description === undefined ? {} : { unit: description.unit };
  const ends = rangeOf(description?.range, steps);
  const keys = steps.map(({ name, index }) => name ?? index!);
  return (readings) => {
    const all = Object.hasOwn(readings, source) ? readings[source] : undefined;
    return { value: plainValue(valueAt(all, keys)), ...unit, ...ends(all) };
  };
}

/** Whether a reference begins at the member of a list: steps are taken over as they are. */
export const isOf = (member: Target, { steps }: Reference): member is Reference =>
  member !== 'anything' && steps[member.steps.length - 1] === member.steps.at(-1);

/** Puts `row` where a message has the path of a list's member. */
export function rowWords(member: Target): (message: string) => string {
  if (member === 'anything') return (message) => message;
  const path = written(member.source, member.steps);
  return (message) => message.replaceAll(path, 'row').replaceAll(path.replace(/\[\]$/, '[0]'), 'row');
}
