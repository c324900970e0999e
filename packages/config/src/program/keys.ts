import type { DisplayPlan, KeyBinding, PageAction } from '@lcdflow/core';
import { nearestWords } from '../nearest.ts';
import { isMapping } from '../prepare.ts';
import type { Draft } from './draft.ts';

/** What is wrong with a key's name such as `front.up`. */
function keyProblem(display: string, key: string, plans: readonly DisplayPlan[], names: readonly string[]): string {
  const known = plans.flatMap((plan) => plan.model.keys.map((name) => `${plan.name}.${name}`));
  if (key === '') return `a display and its key are expected, such as ${known[0] ?? 'front.up'}`;
  if (!names.includes(display)) return `unknown display "${display}"${nearestWords(display, names)}`;
  const plan = plans.find(({ name }) => name === display);
  if (plan === undefined || plan.model.keys.includes(key)) return '';
  if (plan.model.keys.length === 0) return `display "${display}" has no keys`;
  return `display "${display}" has no key "${key}"${nearestWords(key, plan.model.keys)}`;
}

/** The key bindings; those of displays with something wrong are left out. */
export function bindKeys(
  keys: unknown,
  displays: unknown,
  plans: readonly DisplayPlan[],
  draft: Draft,
): readonly KeyBinding[] {
  if (!isMapping(keys)) return [];
  const names = isMapping(displays) ? Object.keys(displays) : [];
  return Object.entries(keys).flatMap(([name, action]) => {
    const dot = name.indexOf('.');
    const [display, key] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1)];
    const problem = keyProblem(display, key, plans, names);
    if (problem !== '') draft.add(['keys', name], 'key', problem);
    return problem === '' ? [{ display, key, action: action as PageAction }] : [];
  });
}
