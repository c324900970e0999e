import { LcdError } from '@lcdflow/core';
import dayjs from 'dayjs';

/** From now, the moment that counts: both in ms since 1970. */
export type Target = (now: number) => number;

const DATE = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?$/;
const TIME_OF_DAY = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/;

/**
 * The moment that a text means: a date with or without a time, in the time zone of the machine unless it ends with an
 * offset; or a time of day, which is the next one that comes, or the last one that was. A time of day that has just
 * come stays for `stay` ms before the next day's counts.
 * @throws LcdError `config` when it is neither.
 */
export function targetOf(text: string, direction: 'down' | 'up', stay: number): Target {
  const [, hour, minute, second = '0'] = TIME_OF_DAY.exec(text) ?? [];
  if (hour !== undefined && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60) {
    return (now) => {
      const today = dayjs(now).hour(Number(hour)).minute(Number(minute)).second(Number(second)).millisecond(0);
      if (direction === 'up') return (today.valueOf() > now ? today.subtract(1, 'day') : today).valueOf();
      return (today.valueOf() + stay <= now ? today.add(1, 'day') : today).valueOf();
    };
  }
  const moment = DATE.test(text) ? dayjs(text) : undefined;
  if (!moment?.isValid()) {
    throw new LcdError('config', `"${text}" is no moment; expected 2026-12-24, 2026-12-24 18:30 or 18:30`);
  }
  return () => moment.valueOf();
}
