import {
  alignOptions,
  bigText,
  colorByOptions,
  type Drawable,
  definePlugin,
  defineWidget,
  fittingFont,
  label,
  thresholdColors,
  type WidgetContext,
} from '@lcdflow/core';
import { defer, distinctUntilChanged, map, type Observable, switchMap } from 'rxjs';
import { face, SMALLEST_FACE } from './face.ts';
import { type Calendar, calendarOf, longest, periodOf, timeText } from './time-text.ts';

const MINUTE = 60_000;

/** Date and time. */
export const clock = defineWidget({
  name: 'clock',
  meaning: 'Date and time, in the time zone of this machine or another one.',
  main: 'format',
  options: {
    type: 'object',
    properties: {
      format: {
        type: 'string',
        minLength: 1,
        default: 'HH:mm:ss',
        description: 'Day.js tokens: YYYY MM DD dddd HH hh mm ss A … (https://day.js.org/docs/en/display/format).',
        examples: ['HH:mm', 'ddd D MMM YYYY', 'h:mm A', '[week day] dddd'],
      },
      ...alignOptions,
      font: {
        type: 'string',
        format: 'font',
        default: 'fit',
        description:
          "A font's name, or fit for the largest in which every time of this format fits; over several lines of letters then.",
        examples: ['6x8', 'fit'],
      },
      timezone: {
        type: 'string',
        format: 'timezone',
        description: 'A time zone by its IANA name; that of this machine when left out.',
        examples: ['Europe/Berlin', 'America/New_York', 'UTC'],
      },
      locale: {
        type: 'string',
        format: 'language',
        description: 'The language of days and months, by its BCP 47 tag; English when left out.',
        examples: ['de', 'fr', 'pt-BR'],
      },
      face: {
        type: 'string',
        enum: ['digital', 'analogue'],
        default: 'digital',
        description:
          'Digits, or hands where there are pixels for them: with one for the seconds if the format has seconds.',
      },
      color: { type: 'string', format: 'color', default: 'white', description: 'The colour of the letters.' },
      ...colorByOptions,
    },
    additionalProperties: false,
  },
  render({ timezone, locale, color, colors, colorBy, ...options }, context) {
    return defer(() => {
      const calendar = calendarOf({ timezone, locale });
      const inks = thresholdColors({ color, colors, colorBy }, context);
      return inks.pipe(switchMap((ink) => pictures({ ...options, color: ink }, calendar, context)));
    });
  },
});

interface Options {
  readonly format: string;
  readonly face: 'digital' | 'analogue';
  readonly font: string;
  /** 0xRRGGBB */
  readonly color: number;
  readonly align: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'middle' | 'bottom';
}

function pictures(
  { face: wanted, ...look }: Options,
  calendar: Calendar,
  context: WidgetContext,
): Observable<Drawable> {
  const { cell, width, height } = context.place;
  const hasHands = wanted === 'analogue' && cell === 'pixel' && Math.min(width, height) >= SMALLEST_FACE;
  return hasHands ? hands(look, calendar, context) : digits(look, calendar, context);
}

type Look = Omit<Options, 'face'>;

function hands({ format, font: _, ...look }: Look, calendar: Calendar, { ticks }: WidgetContext): Observable<Drawable> {
  const period = periodOf(format);
  return ticks(period).pipe(
    map((now) => calendar.dayOf(now)),
    map((day) => ({ hour: day.hour(), minute: day.minute(), second: period < MINUTE ? day.second() : undefined })),
    distinctUntilChanged((a, b) => a.hour === b.hour && a.minute === b.minute && a.second === b.second),
    map((time) => face({ ...time, ...look })),
  );
}

function digits(
  { format, font, ...look }: Look,
  calendar: Calendar,
  { place, ticks }: WidgetContext,
): Observable<Drawable> {
  // The letters must keep their size from a short name of a month to a long one.
  const most = longest(format, calendar);
  const style = { ...look, font: font === 'fit' ? fittingFont(most, place) : font };
  return ticks(periodOf(format)).pipe(
    map((now) => timeText(now, format, calendar)),
    distinctUntilChanged(),
    map((time) =>
      font === 'fit' && place.cell === 'character' ? bigText(time, { ...look, longest: most }) : label(time, style),
    ),
  );
}

export default definePlugin({ name: 'clock', apiVersion: 1, widgets: [clock] });
