import { LcdError } from '@lcdflow/core';
import dayjs from 'dayjs';

/** From now, the moment that counts: both in ms since 1970. */
export type Target = (now: number) => number;

const DATE = /^(\d{4}-\d\d)-(\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?)(?:Z|[+-]\d\d:\d\d)?)?$/;
const TIME_OF_DAY = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/;

/**
 * The moment that a text means: a date with or without a time, in the time zone of the machine unless it ends with an
 * offset; or a time of day, which is the next one that comes, or the last one that was. A time of day that has just
 * come stays for `stay` ms before the next day's counts.
 * @throws LcdError `config` when it is neither.
 */
export function targetOf(text: string, direction: 'down' | 'up', stay: number): Target {
  const time = timeOfDay(text);
  if (time !== undefined) {
    const [hour, minute, second] = time;
    return (now) => {
      const today = dayjs(now).hour(hour).minute(minute).second(second).millisecond(0);
      if (direction === 'up') return (today.valueOf() > now ? today.subtract(1, 'day') : today).valueOf();
      return (today.valueOf() + stay <= now ? today.add(1, 'day') : today).valueOf();
    };
  }
  const moment = isDate(text) ? dayjs(text) : undefined;
  if (!moment?.isValid()) {
    throw new LcdError('config', `"${text}" is no moment; expected 2026-12-24, 2026-12-24 18:30 or 18:30`);
  }
  return () => moment.valueOf();
}

/** Hour, minute and second; `undefined` when it is no time of day. */
function timeOfDay(text: string): readonly [number, number, number] | undefined {
  const [, ...parts] = TIME_OF_DAY.exec(text) ?? [];
  const [hour, minute, second = 0] = parts.map((part) => Number(part ?? 0));
  if (hour === undefined || minute === undefined) return undefined;
  return hour < 24 && minute < 60 && second < 60 ? [hour, minute, second] : undefined;
}

/** Whether there is such a day, and such a time of it: Day.js takes 31 February for 3 March. */
function isDate(text: string): boolean {
  const [, month, day, time = '00:00'] = DATE.exec(text) ?? [];
  if (month === undefined || timeOfDay(time) === undefined) return false;
  const first = dayjs(`${month}-01`);
  return first.format('YYYY-MM') === month && Number(day) >= 1 && Number(day) <= first.daysInMonth();
}
