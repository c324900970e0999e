import { distinctUntilChanged, map, type Observable, of } from 'rxjs';
import { WHITE } from './color.ts';
import { colorNamed } from './drawables/color-named.ts';
import { type Threshold, thresholdColor, thresholdsOption } from './drawables/threshold-color.ts';
import type { OptionSchema } from './options.ts';
import type { WidgetContext } from './types.ts';

/** The options `colors` and `colorBy` of widgets that show no value of their own; they go with an option `color`. */
export const colorByOptions = {
  colors: thresholdsOption,
  colorBy: {
    type: 'string',
    format: 'expression',
    description: 'What `colors` are compared with; they change nothing when left out.',
    examples: ['cpu.busy'],
  },
} as const satisfies Readonly<Record<string, OptionSchema>>;

/** How such a widget is coloured. */
interface ColoredBy {
  readonly color: string;
  readonly colors: readonly Threshold[] | undefined;
  readonly colorBy: string | undefined;
}

/** 0xRRGGBB by the value of an expression, anew whenever it changes; always `color` without thresholds or expression. */
export function thresholdColors(
  { color, colors, colorBy }: ColoredBy,
  { value }: Pick<WidgetContext, 'value'>,
): Observable<number> {
  if (colors === undefined || colorBy === undefined) return of(colorNamed(color) ?? WHITE);
  return value(colorBy).pipe(
    map((quantity) => thresholdColor(quantity.value, color, colors)),
    distinctUntilChanged(),
  );
}
