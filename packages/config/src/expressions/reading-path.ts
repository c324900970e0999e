import type { ReadingDescription, Readings, Source } from '@lcdflow/core';
import { nearestWords } from '../nearest.ts';

/** One step into the readings of a source: a name, a place in a list, or one that is only known when it runs. */
export interface Step {
  readonly name?: string;
  /** In brackets: a list's place, or a name in quotes. */
  readonly index?: number | string;
  /** Where it begins in the expression. */
  readonly offset: number;
}

export type Describe = Source['describe'];

/** The steps of a described path: `cores[].busy` is `cores`, `[]`, `busy`. */
const describedSteps = (path: string): readonly string[] => path.match(/\[\]|[^.[\]]+/g) ?? [];

const EACH = '[]';
const inBrackets = ({ name }: Step): boolean => name === undefined;

function fits(described: string | undefined, step: Step): boolean {
  if (described === undefined) return inBrackets(step);
  if (described === EACH) return inBrackets(step);
  return described === (step.name ?? step.index) || (inBrackets(step) && step.index === undefined);
}

/** A path as it is written, with `[]` for each pair of brackets. */
export const written = (source: string, steps: readonly Step[]): string =>
  steps.reduce((path, step) => (inBrackets(step) ? `${path}${EACH}` : `${path}.${step.name}`), source);

function unknownStep(at: string, step: Step, known: readonly (string | undefined)[]): string {
  const names = [...new Set(known.filter((name) => name !== undefined))];
  if (names.length === 0) return `"${at}" has nothing inside`;
  if (names.includes(EACH)) return `"${at}" is a list: write ${at}[0]`;
  const name = String(step.name ?? step.index);
  return `"${at}" has no reading "${name}"${nearestWords(name, names)}`;
}

/** What is wrong with a path into the readings, against what the source says it measures. */
export function readingProblem(
  source: string,
  describe: Describe,
  steps: readonly Step[],
): { readonly offset: number; readonly message: string } | undefined {
  let candidates = Object.keys(describe).map(describedSteps);
  for (const [depth, step] of steps.entries()) {
    const next = candidates.filter((path) => path.length >= depth && fits(path[depth], step));
    if (next.length === 0) {
      const known = candidates.map((path) => path[depth]);
      return { offset: step.offset, message: unknownStep(written(source, steps.slice(0, depth)), step, known) };
    }
    candidates = next;
  }
  return undefined;
}

/** What is wrong with a path that leads to no single reading, though every step of it is right. */
export function shortPathProblem(source: string, describe: Describe, steps: readonly Step[]): string | undefined {
  const longer = Object.keys(describe).find((key) => {
    const described = describedSteps(key);
    return described.length > steps.length && steps.every((step, depth) => fits(described[depth], step));
  });
  if (longer === undefined || descriptionOf(describe, steps) !== undefined) return undefined;
  const example = `${source}.${longer.replaceAll(EACH, '[0]')}`;
  if (steps.length === 0) return `"${source}" is a source: write one of its readings, such as ${example}`;
  const isList = describedSteps(longer)[steps.length] === EACH;
  return `"${written(source, steps)}" is ${isList ? 'a list' : 'no reading'}: write ${example}`;
}

/** What is wrong with a path that leads to no list, though every step of it is right. */
export function listProblem(source: string, describe: Describe, steps: readonly Step[]): string | undefined {
  const lists = Object.keys(describe)
    .map(describedSteps)
    .filter((described) => described.includes(EACH, steps.length));
  const here = lists.filter((described) => steps.every((step, depth) => fits(described[depth], step)));
  if (here.some((described) => described[steps.length] === EACH)) return undefined;
  // Of a reading that is described as a whole nobody knows whether it is a list.
  if (here.length === 0 && descriptionOf(describe, steps)?.unit === '') return undefined;
  const example = (here[0] ?? lists[0])?.join('.').replace(/\.\[\].*$/, '');
  const hint = example === undefined ? '' : `: write ${source}.${example}`;
  return `"${written(source, steps)}" is no list${hint}`;
}

/** What the source says about the reading these steps lead to. */
export function descriptionOf(describe: Describe, steps: readonly Step[]): ReadingDescription | undefined {
  const path = Object.keys(describe).find((key) => {
    const described = describedSteps(key);
    return described.length === steps.length && steps.every((step, depth) => fits(described[depth], step));
  });
  return path === undefined ? undefined : describe[path];
}

/** Follows own properties only: nothing of a prototype can be reached. */
export function valueAt(readings: Readings | undefined, keys: readonly (string | number)[]): unknown {
  let value: unknown = readings;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

/** The keys to follow for a described path, with each `[]` filled from the steps of the expression. */
export function keysLike(path: string, steps: readonly Step[]): readonly (string | number)[] {
  const indices = steps.flatMap(({ name, index }) => (name === undefined && index !== undefined ? [index] : []));
  return describedSteps(path).map((step) => (step === EACH ? (indices.shift() ?? 0) : step));
}
