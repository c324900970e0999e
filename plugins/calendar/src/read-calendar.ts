import { LcdError, plainText } from '@lcdflow/core';
import ICAL from 'ical.js';
import { boundRules, newBudget, type StepBudget } from './bounded-rules.ts';
import type { Calendar, Event, Found } from './content.ts';
import { knowZones, millisecondsOf } from './zones.ts';

const LONGEST = 200;
const DAY = 86_400_000;

/** What repeats, and the repetitions that are different. */
interface Series {
  readonly event: ICAL.Event;
  readonly exceptions: readonly ICAL.Event[];
}

/** Reads an iCalendar text (RFC 5545); `name` begins its messages. Errors with `protocol` when it is none. */
export function readCalendar(text: string, name: string): Calendar {
  const root = rootOf(text, name);
  const components = root.getAllSubcomponents('vevent');
  const bits = (from: number, to: number) => found(components, from, to, name);
  return {
    bits,
    events: (from, to) => {
      const all = bits(from, to);
      for (;;) {
        const { done, value } = all.next();
        if (done) return value;
      }
    },
  };
}

function* found(components: readonly ICAL.Component[], from: number, to: number, name: string): Generator<void, Found> {
  const budget = newBudget();
  const events: Event[] = [];
  let wrong = 0;
  for (const series of seriesOf(components)) {
    budget.begin();
    try {
      events.push(...eventsOf(series, from, to, budget));
    } catch {
      wrong++;
    }
    if (budget.hasWorked()) yield;
  }
  const problem = `${name}: events that cannot be understood, or repeat too often: ${wrong}`;
  return { events, ...(wrong > 0 && { problem }) };
}

function rootOf(text: string, name: string): ICAL.Component {
  try {
    const root = new ICAL.Component(ICAL.parse(text.replace(/^\uFEFF/, '').trimStart()) as unknown[]);
    if (root.name === 'vcalendar') {
      knowZones(root);
      return root;
    }
  } catch {
    // The library quotes the calendar.
  }
  throw new LcdError('protocol', `${name}: expected a calendar (BEGIN:VCALENDAR)`);
}

/** Parts with the same UID belong together; a changed repetition of nothing is an event by itself. */
function seriesOf(components: readonly ICAL.Component[]): readonly Series[] {
  const byUid = new Map<unknown, ICAL.Component[]>();
  components.forEach((component, index) => {
    const uid = component.getFirstPropertyValue('uid') ?? index;
    byUid.set(uid, [...(byUid.get(uid) ?? []), component]);
  });
  const isException = (component: ICAL.Component) => component.hasProperty('recurrence-id');
  return [...byUid.values()].flatMap((parts) => {
    const exceptions = parts.filter(isException);
    const main = parts.filter((part) => !isException(part));
    if (main.length === 0) return exceptions.map((part) => seriesOfOne(part, []));
    return main.map((part) => seriesOfOne(part, exceptions));
  });
}

function seriesOfOne(component: ICAL.Component, exceptions: ICAL.Component[]): Series {
  const event = new ICAL.Event(component, { exceptions });
  return { event, exceptions: event.isRecurring() ? Object.values(event.exceptions) : [] };
}

function eventsOf({ event, exceptions }: Series, from: number, to: number, budget: StepBudget): readonly Event[] {
  const isInside = ({ start, end }: Event) => start < to && Math.max(end, start + 1) > from;
  const own = event.isRecurring()
    ? repetitions({ event, exceptions }, from, to, budget)
    : [eventAt(event, event.startDate, event.endDate)];
  const changed = exceptions.map((one) => eventAt(one, one.startDate, one.endDate));
  return [...own, ...changed].flatMap((found) => (found !== undefined && isInside(found) ? [found] : []));
}

/** Those that have not been changed by themselves, from about one time to another. */
function repetitions(
  { event, exceptions }: Series,
  from: number,
  to: number,
  budget: StepBudget,
): readonly (Event | undefined)[] {
  boundRules(event.component, budget);
  const isChanged = changedOnes(event, exceptions);
  const isPast = longAgo(event, from);
  const found: (Event | undefined)[] = [];
  for (const time of timesOf(event)) {
    budget.step();
    if (isPast(time)) continue;
    if (millisecondsOf(time) >= to) break;
    if (isChanged(time)) continue;
    const { startDate, endDate, item } = event.getOccurrenceDetails(time);
    found.push(eventAt(item, startDate, endDate));
  }
  return found;
}

/** Whether a repetition is over for sure: told from its date alone, for there may be thousands. */
function longAgo(event: ICAL.Event, from: number): (time: ICAL.Time) => boolean {
  const isMoved = event.rangeExceptions.length > 0;
  const begin = from - Math.max(0, millisecondsOf(event.endDate) - millisecondsOf(event.startDate)) - 3 * DAY;
  return ({ year, month, day }) => !isMoved && Date.UTC(year, month - 1, day) < begin;
}

/** When it repeats, in order. Where there are only single days (RDATE) the library leaves out the first one. */
function* timesOf(event: ICAL.Event): Generator<ICAL.Time> {
  const { component, startDate } = event;
  const isExcluded = () =>
    component
      .getAllProperties('exdate')
      .some((property) => property.getValues().some((time) => startDate.compare(time as ICAL.Time) === 0));
  const iterator = event.iterator();
  let time = iterator.next() as ICAL.Time | undefined;
  if (!component.hasProperty('rrule') && !(time && time.compare(startDate) <= 0) && !isExcluded()) yield startDate;
  for (; time; time = iterator.next() as ICAL.Time | undefined) yield time;
}

/** Which repetitions are changed: by the moment, in whatever zone it is told, or by the day where only that is told. */
function changedOnes(event: ICAL.Event, exceptions: readonly ICAL.Event[]): (time: ICAL.Time) => boolean {
  const dayIn = (time: ICAL.Time) => time.toString().slice(0, 10);
  const changed = exceptions.map(({ recurrenceId: id }) =>
    id.isDate || event.startDate.isDate ? dayIn(id) : millisecondsOf(id),
  );
  const all = new Set<string | number>(changed);
  return (time) => all.has(millisecondsOf(time)) || all.has(dayIn(time));
}

function eventAt(event: ICAL.Event, from: ICAL.Time, to: ICAL.Time): Event | undefined {
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
