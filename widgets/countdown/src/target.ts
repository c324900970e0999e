import { LcdError, momentIn } from '@lcdflow/core';
import dayjs from 'dayjs';

/** From now, the moment that counts: both in ms since 1970. */
export type Target = (now: number) => number;

/**
 * The moment that a text means. A time of day is the next one that comes, or the last one that was; one that has just
 * come stays for `stay` ms before the next day's counts.
 * @throws LcdError `config` when it means none.
 */
export function targetOf(text: string, direction: 'down' | 'up', stay: number): Target {
  const moment = momentIn(text);
  if (!moment) {
    throw new LcdError('config', `"${text}" is no moment; expected 2026-12-24, 2026-12-24 18:30 or 18:30`);
  }
  if (moment.kind === 'date') return () => moment.at;
  const { hour, minute, second } = moment;
  return (now) => {
    const today = dayjs(now).hour(hour).minute(minute).second(second).millisecond(0);
    if (direction === 'up') return (today.valueOf() > now ? today.subtract(1, 'day') : today).valueOf();
    return (today.valueOf() + stay <= now ? today.add(1, 'day') : today).valueOf();
  };
}
