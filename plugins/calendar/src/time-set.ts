import type ICAL from 'ical.js';
import { millisecondsOf } from './zones.ts';

/** Times by the moment, in whatever zone they are told, or by the day where only that is told. */
export interface TimeSet {
  add(time: ICAL.Time): void;
  has(time: ICAL.Time): boolean;
}

/** Of an event that takes whole days only the day counts. */
export function newTimeSet(isWholeDay: boolean): TimeSet {
  const all = new Set<string | number>();
  const dayIn = (time: ICAL.Time) => time.toString().slice(0, 10);
  return {
    add: (time) => void all.add(time.isDate || isWholeDay ? dayIn(time) : millisecondsOf(time)),
    has: (time) => all.has(millisecondsOf(time)) || all.has(dayIn(time)),
  };
}
