import { LcdError } from '@lcdflow/core';
import ICAL from 'ical.js';

/** Steps of one event: a daily one of fifty years ago has fewer. */
const MOST_OF_ONE = 20_000;
/** Steps of a whole calendar, about two seconds of work. */
const MOST = 200_000;
/** Steps that nobody else can have a turn between, some ms of work: to a leap day it is less for a daily rule. */
const MOST_AT_ONCE = 2_000;

/** The days of a year count as so many steps. */
export const YEAR = 4;

/** Counts how often rules are tried, for there are some that never fit. */
export interface StepBudget {
  /** Begins another event. */
  begin(): void;
  /** Throws when it has been too often. What takes longer counts as so many. */
  step(many?: number): void;
  /** Others have had their turn. */
  rest(): void;
}

export function newBudget(): StepBudget {
  let [all, one, atOnce] = [0, 0, 0];
  return {
    begin: () => {
      one = 0;
      atOnce = 0;
    },
    rest: () => {
      atOnce = 0;
    },
    step: (many = 1) => {
      one += many;
      all += many;
      atOnce += many;
      if (one > MOST_OF_ONE || all > MOST || atOnce > MOST_AT_ONCE) throw new LcdError('protocol', 'repeats too often');
    },
  };
}

/** From now on the rules of this event end when the budget does, even where the library would search for ever. */
export function boundRules(event: ICAL.Component, budget: StepBudget): void {
  class BoundedIterator extends ICAL.RecurIterator {
    override check_contracting_rules(): boolean {
      budget.step();
      return super.check_contracting_rules();
    }

    override expand_year_days(year: number): number {
      budget.step(YEAR);
      return super.expand_year_days(year);
    }
  }
  for (const property of event.getAllProperties('rrule')) {
    const rule = property.getFirstValue() as ICAL.Recur;
    rule.iterator = (dtstart) => new BoundedIterator({ rule, dtstart });
  }
}
