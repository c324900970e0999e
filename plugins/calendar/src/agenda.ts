import type { Readings, Source } from '@lcdflow/core';
import type { Event } from './content.ts';
import { dayOf, daysAfter } from './day.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** The most events in the list. */
const MOST = 100;

export const DESCRIBED_AGENDA: Source['describe'] = {
  'next.summary': { unit: '', meaning: 'What begins next.' },
  'next.start': { unit: 'ms', meaning: 'When it begins: milliseconds since 1970.' },
  'next.minutes': { unit: '', meaning: 'How many minutes are left until then.' },
  'next.location': { unit: '', meaning: 'Where it is.' },
  'now.summary': { unit: '', meaning: 'What is on; of several that which began last.' },
  today: { unit: '', meaning: 'How many events are on today, those included that are over.' },
  'events[].summary': { unit: '', meaning: 'What is on and what comes, at most 100 events.' },
  'events[].start': { unit: 'ms', meaning: 'When it begins: milliseconds since 1970.' },
  'events[].end': { unit: 'ms', meaning: 'When it is over: milliseconds since 1970.' },
  'events[].allDay': { unit: '', meaning: 'Whether it takes whole days.' },
  'events[].location': { unit: '', meaning: 'Where it is.' },
};

/** Nothing is known of any calendar. */
export const UNKNOWN: Readings = { next: undefined, now: undefined, today: undefined, events: undefined };

/** What sorted events mean at a time (ms since 1970). */
export function agenda(sorted: readonly Event[], now: number, days: number): Readings {
  const [today, tomorrow] = [dayOf(now), daysAfter(now, 1)];
  const coming = sorted.filter(({ start, end }) => isNotOver(start, end, now) && start < now + days * DAY);
  const next = coming.find(({ start }) => start > now);
  const running = coming.filter(({ start }) => start <= now).at(-1);
  return {
    next: next && {
      summary: next.summary,
      start: next.start,
      minutes: Math.ceil((next.start - now) / MINUTE),
      location: next.location,
    },
    now: running && { summary: running.summary },
    today: sorted.filter(({ start, end }) => start < tomorrow && isNotOver(start, end, today)).length,
    events: coming.slice(0, MOST),
  };
}

/** What takes no time at all is over when its minute is. */
const isNotOver = (start: number, end: number, now: number): boolean => Math.max(end, start + 1) > now;
