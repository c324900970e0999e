import dayjs from 'dayjs';

const SECOND = 1_000;
const MINUTE = 60_000;

/** A moment in ms since 1970 as text, in the time zone of the machine. */
export const timeText = (now: number, format: string): string => dayjs(now).format(format);

/** How often a format may show something new, in ms: every second or every minute. */
export const periodOf = (format: string): number =>
  timeText(0, format) === timeText(SECOND, format) ? MINUTE : SECOND;

/** A text of this format with the longest line there can be: names of months and days differ in length. */
export function longest(format: string): string {
  const days = Array.from({ length: 12 }, (_, month) => WEEK.map((date) => TEN_PM.month(month).date(date))).flat();
  return days.map((day) => day.format(format)).reduce((a, b) => (width(b) > width(a) ? b : a));
}

/** Days and hours of two digits. */
const WEEK = [20, 21, 22, 23, 24, 25, 26];
const TEN_PM = dayjs(0).year(2020).date(20).hour(22);

const width = (text: string): number => Math.max(...text.split('\n').map((line) => [...line].length));
