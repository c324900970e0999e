import { type DisplayPlan, displaySources, type Model, type SourcePlan } from '@lcdflow/core';
import { isMapping } from '../prepare.ts';
import { optionsOf } from './displays.ts';
import type { Draft } from './draft.ts';

/** Displays that expressions may name like sources. */
export interface MeasuringDisplays {
  readonly plans: readonly SourcePlan[];
  /** Names of displays with something wrong: what they measure is not known. */
  readonly unclear: readonly string[];
}

/** What the displays of the config measure by themselves, known from their models. */
export function planDisplaySources(displays: unknown, draft: Draft): MeasuringDisplays {
  const entries = isMapping(displays) ? Object.entries(displays) : [];
  const models = entries.map(([name, display]) => ({ name, model: modelOf(name, display, draft) }));
  const clear = models.filter((display): display is Pick<DisplayPlan, 'name' | 'model'> => display.model !== undefined);
  const unclear = models.filter(({ model }) => model === undefined).map(({ name }) => name);
  return { plans: displaySources(clear).plans, unclear };
}

/** `undefined` when something is wrong with it, which is told elsewhere. */
function modelOf(name: string, display: unknown, draft: Draft): Model | undefined {
  if (!isMapping(display) || draft.isFaulty(['displays', name])) return undefined;
  try {
    return draft.catalogue.drivers.get(String(display.driver))?.model(optionsOf(display) as never);
  } catch {
    return undefined;
  }
}
