import {
  amountOf,
  definePlugin,
  defineWidget,
  milliseconds,
  type Quantity,
  thresholdColor,
  thresholdsOption,
  type WidgetContext,
} from '@lcdflow/core';
import { distinctUntilChanged, map, type Observable, of, switchMap } from 'rxjs';
import { iconPicture } from './icon-picture.ts';
import { type Drawing, ICON_NAMES, namedIcon } from './named-icons.ts';
import { writtenBitmaps } from './written-bitmaps.ts';

/** Steps of an animation are at least so long, in ms: no panel shows more. */
const SHORTEST = 50;
/** Names are of letters, digits and hyphens: what has anything else is an expression. */
const NO_NAME = '[^a-z0-9-]';
const ROWS = '^[.* |\\n]*$';

/** A small picture. */
export const icon = defineWidget({
  name: 'icon',
  meaning: 'A small picture by its name or drawn in the config, animated where wanted.',
  main: 'name',
  options: {
    type: 'object',
    properties: {
      name: {
        anyOf: [
          { type: 'string', enum: ICON_NAMES },
          { type: 'string', format: 'expression', pattern: NO_NAME, examples: ['outside.icon'] },
        ],
        description: 'Which icon, or an expression that tells its name; with `icons`, the one while none is reached.',
        examples: ['mail', 'outside.icon'],
      },
      value: {
        type: 'string',
        format: 'expression',
        description: 'What chooses among icons and colours.',
        examples: ['battery.percent', 'cpu.busy'],
      },
      icons: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            from: { type: 'number', description: 'The least value that has this icon, in the unit of the reading.' },
            icon: { type: 'string', enum: ICON_NAMES, description: 'The icon from there on.' },
          },
          required: ['from', 'icon'],
          additionalProperties: false,
        },
        description: 'Icons by value; the largest `from` that the value reaches counts, in any order.',
        examples: [
          [
            { from: 0, icon: 'battery-empty' },
            { from: 20, icon: 'battery-medium' },
          ],
        ],
      },
      bitmap: {
        anyOf: [
          { type: 'string', pattern: ROWS, examples: ['.*.*.', '*****'] },
          { type: 'array', items: { type: 'string', pattern: ROWS, examples: ['.*.*.'] } },
        ],
        description:
          'A picture of your own, instead of a name: rows of * and . from the top; several side by side, with | between them, are an animation.',
        examples: [['.....|.*.*.', '.*.*.|*****', '..*..|.***.']],
      },
      speed: {
        type: 'string',
        format: 'duration',
        default: '500ms',
        description: 'How long each bitmap of an animation is shown, at least 50ms.',
      },
      color: { type: 'string', format: 'color', default: 'white', description: 'The colour of the icon.' },
      colors: thresholdsOption,
    },
    additionalProperties: false,
  },
  render({ name, value, icons = [], bitmap, speed, color, colors }, context) {
    const own = bitmap === undefined ? undefined : [writtenBitmaps(bitmap)];
    const now: Observable<Quantity> = value === undefined ? of({ value: undefined }) : context.value(value);
    return nameOf(name, context).pipe(
      switchMap((named) =>
        now.pipe(
          map(({ value: amount }) => ({
            shown: iconFor(amount, icons) ?? named,
            color: thresholdColor(amount, color, colors),
          })),
        ),
      ),
      distinctUntilChanged((a, b) => a.shown === b.shown && a.color === b.color),
      switchMap((look) => {
        const drawings = own ?? (look.shown === undefined ? [] : namedIcon(look.shown));
        return steps(drawings, Math.max(SHORTEST, milliseconds(speed) ?? 0), context).pipe(
          map((step) =>
            iconPicture(
              drawings.flatMap((drawing) => drawing[step % drawing.length] ?? []),
              look.color,
            ),
          ),
        );
      }),
    );
  },
});

/** The name that is written, or the one that an expression tells. */
function nameOf(name: string | undefined, { value }: WidgetContext): Observable<string | undefined> {
  if (name === undefined || ICON_NAMES.includes(name)) return of(name);
  return value(name).pipe(map(({ value: told }) => (typeof told === 'string' ? told : undefined)));
}

interface IconThreshold {
  readonly from: number;
  readonly icon: string;
}

/** The icon of the largest limit that a value reaches. */
function iconFor(value: unknown, icons: readonly IconThreshold[]): string | undefined {
  const amount = amountOf(value) ?? Number.NEGATIVE_INFINITY;
  const reached = icons.filter(({ from }) => from <= amount);
  return reached.reduce<IconThreshold | undefined>((a, b) => (a && a.from > b.from ? a : b), undefined)?.icon;
}

/** Which bitmap of an animation is on, by the clock: so all of a panel that are equally fast keep step. */
function steps(drawings: readonly Drawing[], speed: number, { ticks }: WidgetContext): Observable<number> {
  const isAnimated = drawings.some((drawing) => drawing.length > 1);
  return isAnimated ? ticks(speed).pipe(map((now) => Math.floor(now / speed))) : of(0);
}

export default definePlugin({ name: 'icon', apiVersion: 1, widgets: [icon] });
