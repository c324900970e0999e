import { LcdError } from '@lcdflow/core';
import ICAL from 'ical.js';
import { newBudget } from './bounded-rules.ts';
import { boundZone, isSound } from './bounded-zone.ts';
import type { Calendar, Event, Found } from './content.ts';
import { repetitions, type Span } from './repetitions.ts';
import { type Series, seriesOf } from './series.ts';
import { type WrittenPart, writtenCalendar } from './written-calendar.ts';
import { knowZones } from './zones.ts';

/** What a calendar consists of. */
interface Parts {
  readonly name: string;
  readonly series: readonly Series[];
  /** How many events cannot even be read. */
  readonly wrong: number;
}

/**
 * Reads an iCalendar text (RFC 5545) bit by bit, each much less than a millisecond of work; `name` begins its messages.
 * Throws `protocol` when it is none.
 */
export function* readCalendar(text: string, name: string): Generator<void, Calendar> {
  const written = yield* writtenCalendar(text);
  if (written === undefined) throw new LcdError('protocol', `${name}: expected a calendar (BEGIN:VCALENDAR)`);
  const root = yield* rootWith(written.zones);
  yield* knowZones(written.zoneNames, root);
  const right = written.events.filter(({ isWrong }) => !isWrong);
  const parts = { name, series: yield* seriesOf(right, root), wrong: written.events.length - right.length };
  return { found: (from, to) => found(parts, { from, to }) };
}

function* rootWith(zones: readonly WrittenPart[]): Generator<void, ICAL.Component> {
  const sound: WrittenPart[] = [];
  for (const zone of zones) {
    // The library takes it for granted that each has a name.
    if (zone[1].length > 0 && isSound(zone)) sound.push(zone);
    yield;
  }
  const root = new ICAL.Component(['vcalendar', [], sound]);
  for (const zone of root.getAllSubcomponents()) {
    boundZone(zone);
    yield;
  }
  return root;
}

function* found({ name, series, wrong: unread }: Parts, span: Span): Generator<void, Found> {
  const budget = newBudget();
  const events: Event[] = [];
  let wrong = unread;
  for (const one of series) {
    const before = events.length;
    budget.begin();
    try {
      for (const event of repetitions(one, span, budget)) {
        if (event && isIn(event, span)) events.push(event);
        yield;
        budget.rest();
      }
    } catch {
      events.length = before;
      wrong++;
    }
    yield;
  }
  const problem = `${name}: events that cannot be understood, or repeat too often: ${wrong}`;
  return { events, ...(wrong > 0 && { problem }) };
}

const isIn = ({ start, end }: Event, { from, to }: Span): boolean => start < to && Math.max(end, start + 1) > from;
