import { LcdError } from '@lcdflow/core';
import type { Dayjs } from 'dayjs';

/** The names of days and months in one language, as Day.js takes them. */
export type Language = ILocale;

/**
 * A language by its BCP 47 tag such as `de` or `pt-BR`.
 * @throws LcdError `config` when it is no tag.
 */
export function languageNamed(tag: string): Language {
  const named = (options: Intl.DateTimeFormatOptions): ((date: number) => string) => {
    const format = formatFor(tag, options);
    const wanted = options.weekday === undefined ? 'month' : 'weekday';
    return (date) => format.formatToParts(date).find(({ type }) => type === wanted)?.value ?? '';
  };
  const ofWeek = (weekday: 'long' | 'short' | 'narrow'): string[] => SUNDAY_ON.map(named({ weekday }));
  return {
    // Day.js keeps languages by name: this must not become its own English.
    name: `clock ${tag}`,
    weekdays: ofWeek('long'),
    weekdaysShort: ofWeek('short'),
    weekdaysMin: ofWeek('short').map((day) => Array.from(day).slice(0, 2).join('')),
    months: byDay('long', named),
    monthsShort: byDay('short', named),
    ordinal: String,
    formats: {},
    relativeTime: {},
  } as unknown as Language;
}

const DAY = 86_400_000;
/** 4 January 1970 was a Sunday. */
const SUNDAY_ON = [3, 4, 5, 6, 7, 8, 9].map((day) => day * DAY);
const MONTHS = Array.from({ length: 12 }, (_, month) => Date.UTC(1970, month, 15));

type Naming = (options: Intl.DateTimeFormatOptions) => (date: number) => string;

/** Many languages have another form of a month's name beside the day: 1 мая, but май 2026. */
function byDay(month: 'long' | 'short', named: Naming): (day: Dayjs, format: string) => string {
  const alone = MONTHS.map(named({ month }));
  const withDay = MONTHS.map(named({ month, day: 'numeric' }));
  return (day, format) => (/D/.test(format.replace(/\[[^\]]*\]/g, '')) ? withDay : alone)[day.month()]!;
}

function formatFor(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC', calendar: 'gregory' });
  } catch {
    throw new LcdError('config', `"${tag}" is no language; expected a tag such as de or pt-BR`);
  }
}
