import type { Dayjs } from 'dayjs';

/** Seven days, the first one first; those that are not shown are `undefined`. */
export type Week = readonly (Dayjs | undefined)[];

/** The weeks of a day's month; days of the months beside it are left out. `first` is 0 for Sunday to 6. */
export function weeksOfMonth(today: Dayjs, first: number): readonly Week[] {
  const start = weekStart(today.date(1), first);
  const weeks = Array.from({ length: 6 }, (_, week) => daysFrom(start.add(7 * week, 'day')));
  return weeks
    .map((week) => week.map((day) => (day.month() === today.month() ? day : undefined)))
    .filter((week) => week.some((day) => day !== undefined));
}

/** So many whole weeks from that of a day on. */
export function weeksFrom(today: Dayjs, first: number, count: number): readonly Week[] {
  const start = weekStart(today, first);
  return Array.from({ length: count }, (_, week) => daysFrom(start.add(7 * week, 'day')));
}

const weekStart = (day: Dayjs, first: number): Dayjs => day.subtract((day.day() - first + 7) % 7, 'day');

const daysFrom = (start: Dayjs): readonly Dayjs[] => Array.from({ length: 7 }, (_, day) => start.add(day, 'day'));
