import { definePlugin, defineWidget, drawing, type WidgetContext } from '@lcdflow/core';
import { combineLatest, distinctUntilChanged, map, type Observable, of } from 'rxjs';
import { STEP } from './step-options.ts';
import { dotsOf, type Step, shapesOf } from './steps.ts';

/** A drawing. */
export const canvas = defineWidget({
  name: 'canvas',
  meaning: 'Lines, rectangles, circles and texts, drawn one after the other.',
  main: 'steps',
  options: {
    type: 'object',
    properties: {
      steps: { type: 'array', items: STEP, minItems: 1, description: 'What to draw, later steps on top.' },
    },
    required: ['steps'],
    additionalProperties: false,
  },
  render({ steps }, context) {
    const size = dotsOf(context.place);
    return combineLatest(steps.map((step) => filledIn(step, context))).pipe(
      distinctUntilChanged((before, now) => JSON.stringify(before) === JSON.stringify(now)),
      map((all) => drawing(all.flatMap((step) => shapesOf(step as Step, size)))),
    );
  },
});

/** Names of options that are no templates. */
const PLAIN = ['align', 'font'];

/** The same with values in the place of expressions. */
function filledIn(part: unknown, context: WidgetContext): Observable<unknown> {
  if (typeof part === 'string') return part.includes('{{') ? context.text(part) : of(part);
  if (Array.isArray(part)) return part.length === 0 ? of([]) : combineLatest(part.map((one) => filledIn(one, context)));
  if (typeof part !== 'object' || part === null) return of(part);
  const members = Object.entries(part).map(
    ([name, member]) => [name, PLAIN.includes(name) ? of(member) : filledIn(member, context)] as const,
  );
  return members.length === 0 ? of({}) : combineLatest(Object.fromEntries(members));
}

export default definePlugin({ name: 'canvas', apiVersion: 1, widgets: [canvas] });
