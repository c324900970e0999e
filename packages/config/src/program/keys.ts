import type { DisplayPlan, KeyBinding, PageAction } from '@lcdflow/core';
import { nearestWords } from '../nearest.ts';
import { isMapping } from '../prepare.ts';
import type { Draft } from './draft.ts';

/** `undefined` when nothing is known about them. */
type Keys = readonly string[] | undefined;

/** Those of its model, or of any model of its driver when the display itself has a mistake. */
function keysOf(display: unknown, plan: DisplayPlan | undefined, draft: Draft): Keys {
  if (plan !== undefined) return plan.model.keys;
  const driver = draft.driverOf(display);
  return driver && [...new Set(driver.models.flatMap((model) => model.keys))];
}

/** What is wrong with a key's name such as `front.up`; empty when nothing is. */
function keyProblem(display: string, key: string, known: ReadonlyMap<string, Keys>): string {
  if (key === '') {
    const example = [...known].flatMap(([name, keys]) => keys?.map((one) => `${name}.${one}`) ?? [])[0];
    return `a display and its key are expected, such as ${example ?? 'front.up'}`;
  }
  if (!known.has(display)) return `unknown display "${display}"${nearestWords(display, [...known.keys()])}`;
  const keys = known.get(display);
  if (keys === undefined || keys.includes(key)) return '';
  if (keys.length === 0) return `display "${display}" has no keys`;
  return `display "${display}" has no key "${key}"${nearestWords(key, keys)}`;
}

/** The keys of every display. */
function knownKeys(displays: unknown, plans: readonly DisplayPlan[], draft: Draft): ReadonlyMap<string, Keys> {
  const planOf = new Map(plans.map((plan) => [plan.name, plan]));
  const entries = Object.entries(isMapping(displays) ? displays : {});
  return new Map(entries.map(([name, display]) => [name, keysOf(display, planOf.get(name), draft)]));
}

/** The key bindings of the config. */
export function bindKeys(
  keys: unknown,
  displays: unknown,
  plans: readonly DisplayPlan[],
  draft: Draft,
): readonly KeyBinding[] {
  if (!isMapping(keys)) return [];
  const known = knownKeys(displays, plans, draft);
  return Object.entries(keys).flatMap(([name, action]) => {
    const dot = name.indexOf('.');
    const [display, key] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1)];
    const problem = keyProblem(display, key, known);
    if (problem !== '') draft.add(['keys', name], 'key', problem);
    return problem === '' ? [{ display, key, action: action as PageAction }] : [];
  });
}
