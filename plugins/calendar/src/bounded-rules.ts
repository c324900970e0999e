import { LcdError } from '@lcdflow/core';
import ICAL from 'ical.js';

/** Steps of one event: a daily one of fifty years ago has fewer. */
const MOST_OF_ONE = 20_000;
/** Steps of a whole calendar, about two seconds of work. */
const MOST = 200_000;
/** Steps after which others have their turn, some ms of work. */
const BIT = 500;

/** Counts how often rules are tried, for there are some that never fit. */
export interface StepBudget {
  /** Begins another event. */
  begin(): void;
  /** Throws when it has been too often. */
  step(): void;
  /** Whether it is time for others to have their turn. */
  hasWorked(): boolean;
}

export function newBudget(): StepBudget {
  let [all, one, bit] = [0, 0, 0];
  return {
    begin: () => {
      one = 0;
      bit++;
    },
    hasWorked: () => {
      const has = bit >= BIT;
      if (has) bit = 0;
      return has;
    },
    step: () => {
      bit++;
      if (++one > MOST_OF_ONE || ++all > MOST) throw new LcdError('protocol', 'repeats too often');
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
  }
  for (const property of event.getAllProperties('rrule')) {
    const rule = property.getFirstValue() as ICAL.Recur;
    rule.iterator = (dtstart) => new BoundedIterator({ rule, dtstart });
  }
}
