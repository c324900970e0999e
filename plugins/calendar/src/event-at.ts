import { plainText } from '@lcdflow/core';
import type ICAL from 'ical.js';
import type { Event } from './content.ts';
import { millisecondsOf } from './zones.ts';

const LONGEST = 200;

/** An event at one of its times; nothing when it is called off. */
export function eventAt(event: ICAL.Event, from: ICAL.Time, to: ICAL.Time): Event | undefined {
  if (event.component.getFirstPropertyValue('status') === 'CANCELLED') return undefined;
  return {
    summary: oneLine(event.summary) ?? '',
    location: oneLine(event.location),
    start: millisecondsOf(from),
    end: millisecondsOf(to),
    allDay: from.isDate,
  };
}

/** What was written by a stranger as one line that a display can show. */
function oneLine(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const line = plainText(text.slice(0, 10 * LONGEST))
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return line === '' ? undefined : [...line].slice(0, LONGEST).join('');
}
