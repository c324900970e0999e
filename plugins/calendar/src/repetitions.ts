import ICAL from 'ical.js';
import { boundRules, type StepBudget } from './bounded-rules.ts';
import type { Event } from './content.ts';
import { eventAt } from './event-at.ts';
import type { Series } from './series.ts';
import { newTimeSet, type TimeSet } from './time-set.ts';
import type { WrittenProperty } from './written-calendar.ts';
import { millisecondsOf } from './zones.ts';

const DAY = 86_400_000;

/** From one time to another, in ms since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** When a repetition begins, and when it ends where that is told of it alone. */
interface Moment {
  readonly start: ICAL.Time;
  readonly end?: ICAL.Time;
}

/**
 * A series event by event (RFC 5545, 3.8.5), at least those of a span; nothing after a bit of work that has found none.
 * Throws when it cannot be understood, or repeats too often.
 */
export function* repetitions(series: Series, span: Span, budget: StepBudget): Generator<Event | undefined, void> {
  const event = new ICAL.Event(series.component, { exceptions: [] });
  if (!series.component.hasProperty('rrule') && series.rdates.length === 0) {
    yield eventAt(event, event.startDate, event.endDate);
    return;
  }
  const taken = newTimeSet(event.startDate.isDate);
  for (const bit of relate(event, series, taken, budget)) yield bit;
  for (const moment of moments(event, series, span, budget)) {
    if (moment === undefined || millisecondsOf(moment.start) >= span.to || taken.has(moment.start)) yield;
    else {
      taken.add(moment.start);
      yield repetitionAt(event, moment);
    }
  }
}

/** Takes the times of what is different, which comes as it is, and of what does not take place. */
function* relate(
  event: ICAL.Event,
  series: Series,
  taken: TimeSet,
  budget: StepBudget,
): Generator<Event | undefined, void> {
  for (const { component } of series.exceptions) {
    budget.step();
    event.relateException(component);
    yield;
  }
  for (const exception of Object.values(event.exceptions)) {
    taken.add(exception.recurrenceId);
    yield eventAt(exception, exception.startDate, exception.endDate);
  }
  for (const time of valuesOf(series.exdates, series)) {
    budget.step();
    taken.add(time as ICAL.Time);
    yield;
  }
}

/** When it repeats. A period comes before what begins with it and has no length of its own (RFC 5545, 3.8.5.2). */
function* moments(
  event: ICAL.Event,
  series: Series,
  span: Span,
  budget: StepBudget,
): Generator<Moment | undefined, void> {
  for (const value of valuesOf(series.rdates, series)) {
    budget.step();
    yield value instanceof ICAL.Period ? { start: value.start, end: value.getEnd() } : { start: value as ICAL.Time };
  }
  boundRules(series.component, budget);
  const rules = series.component.getAllProperties('rrule');
  if (rules.length === 0) yield { start: event.startDate };
  for (const rule of rules) yield* timesOf(rule.getFirstValue() as ICAL.Recur, event, span, budget);
}

function* timesOf(
  rule: ICAL.Recur,
  event: ICAL.Event,
  { from, to }: Span,
  budget: StepBudget,
): Generator<Moment | undefined, void> {
  const isPast = longAgo(event, from);
  const iterator = rule.iterator(event.startDate);
  for (let time = iterator.next(); time; time = iterator.next()) {
    budget.step();
    if (isPast(time)) yield;
    else if (millisecondsOf(time) >= to) return;
    // The library goes on with the same object.
    else yield { start: time.clone() };
  }
}

/** Whether a repetition is over for sure: told from its date alone, for there may be thousands. */
function longAgo(event: ICAL.Event, from: number): (time: ICAL.Time) => boolean {
  const isMoved = event.rangeExceptions.length > 0;
  const begin = from - Math.max(0, millisecondsOf(event.endDate) - millisecondsOf(event.startDate)) - 3 * DAY;
  return ({ year, month, day }) => !isMoved && Date.UTC(year, month - 1, day) < begin;
}

function* valuesOf(properties: readonly WrittenProperty[], { component }: Series): Generator<unknown, void> {
  for (const property of properties) yield* new ICAL.Property(property, component).getValues();
}

/** A repetition; all from one on may be different. */
function repetitionAt(event: ICAL.Event, { start, end }: Moment): Event | undefined {
  const { startDate, endDate, item } = event.getOccurrenceDetails(start);
  return eventAt(item, startDate, item === event ? (end ?? endDate) : endDate);
}
