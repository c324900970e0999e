import { lettersIn } from '@lcdflow/core';
import dayjs, { type Dayjs } from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { type Language, languageNamed } from './language.ts';
import { type OffsetAt, zoneNamed } from './zone.ts';

dayjs.extend(utc);

const SECOND = 1_000;
const MINUTE = 60_000;

/** Where and for whom a clock goes: the machine's time zone and English when left out. */
export interface Region {
  readonly timezone?: string | undefined;
  readonly locale?: string | undefined;
}

/** What turns moments in ms since 1970 into days and hours somewhere. */
export interface Calendar {
  dayOf(now: number): Dayjs;
  /** What `Z` in a format stands for, where that is not the machine's own. */
  readonly offsetAt?: OffsetAt | undefined;
}

const HERE: Calendar = { dayOf: dayjs };

// Dear to make, and clocks come and go with their pages.
const calendars = new Map<string, Calendar>();
const longestTexts = new WeakMap<Calendar, Map<string, string>>();

/**
 * The calendar of a region, always the same one.
 * @throws LcdError `config` when a time zone or language is unknown.
 */
export function calendarOf(region: Region): Calendar {
  const name = JSON.stringify([region.timezone, region.locale]);
  const calendar = calendars.get(name) ?? newCalendar(region);
  calendars.set(name, calendar);
  return calendar;
}

function newCalendar({ timezone, locale }: Region): Calendar {
  const offsetAt = timezone === undefined ? undefined : zoneNamed(timezone);
  const language: Language | undefined = locale === undefined ? undefined : languageNamed(locale);
  const dayOf = (now: number): Dayjs => {
    // Day.js would count offsets by way of the machine's own zone, and stumble where that changes to summer time.
    const day = offsetAt ? dayjs.utc(now + offsetAt(now) * MINUTE) : dayjs(now);
    return language ? day.locale(language) : day;
  };
  return { dayOf, offsetAt };
}

/** A moment in ms since 1970 as text, in the time zone of the machine unless another calendar is given. */
export const timeText = (now: number, format: string, { dayOf, offsetAt }: Calendar = HERE): string =>
  dayOf(now).format(offsetAt ? withOffset(format, offsetAt(now)) : format);

function withOffset(format: string, offset: number): string {
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  const sign = offset < 0 ? '-' : '+';
  return format.replace(/\[[^\]]*\]|ZZ?/g, (token) =>
    token.startsWith('[') ? token : `[${sign}${hours}${token === 'Z' ? ':' : ''}${minutes}]`,
  );
}

/** How often a format may show something new, in ms: every second or every minute. */
export const periodOf = (format: string): number =>
  timeText(0, format) === timeText(SECOND, format) ? MINUTE : SECOND;

/** A text of this format with the longest line there can be: names of months and days differ in length. */
export function longest(format: string, calendar: Calendar = HERE): string {
  const texts = longestTexts.get(calendar) ?? new Map<string, string>();
  const text = texts.get(format) ?? longestOf(format, calendar);
  longestTexts.set(calendar, texts.set(format, text));
  return text;
}

function longestOf(format: string, { dayOf }: Calendar): string {
  const start = dayOf(Date.UTC(2020, 0, 20))
    .date(20)
    .hour(22);
  const days = Array.from({ length: 12 }, (_, month) => WEEK.map((date) => start.month(month).date(date))).flat();
  return days.map((day) => day.format(format)).reduce((a, b) => (width(b) > width(a) ? b : a));
}

/** Days of two digits. */
const WEEK = [20, 21, 22, 23, 24, 25, 26];

const width = (text: string): number => Math.max(...text.split('\n').map(lettersIn));
