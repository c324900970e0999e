import type { DisplayPlan, Model } from '@lcdflow/core';
import type { CheckedExpressions } from '../expressions/expressions.ts';
import { nearestWords } from '../nearest.ts';
import { isMapping } from '../prepare.ts';
import { DISPLAY } from '../schema/display-keys.ts';
import type { Draft } from './draft.ts';

/** The expressions that rule controls of a display; tells which controls it does not have. */
export function planControls(
  { controls }: Readonly<Record<string, unknown>>,
  name: string,
  model: Model,
  draft: Draft,
  expressions: CheckedExpressions,
): DisplayPlan['controls'] {
  if (!isMapping(controls)) return undefined;
  const path = ['displays', name, 'controls'];
  for (const control of Object.keys(controls))
    if (!model.controls.includes(control))
      draft.add([...path, control], 'key', `unknown control "${control}"${nearestWords(control, model.controls)}`);
  draft.checkTexts(expressions, DISPLAY.controls!, controls, path);
  return controls as DisplayPlan['controls'];
}
