import ICAL from 'ical.js';
import { YEAR } from './bounded-rules.ts';
import type { WrittenPart } from './written-calendar.ts';

/** Changes of a zone's clocks, some ms of work: those of four hundred years, and many files begin in 1601. */
const MOST_CHANGES = 1_000;
/** Days and years that are tried for them. */
const MOST_TRIES = 6_000;

/** Whether the rules of a zone can be worked out, and end before it takes long. */
export function isSound(zone: WrittenPart): boolean {
  try {
    const component = new ICAL.Component(zone);
    boundZone(component);
    new ICAL.Timezone(component).utcOffset(ICAL.Time.fromString('2000-01-01T00:00:00', undefined as never));
    return true;
  } catch {
    return false;
  }
}

/** From now on a zone knows so many changes of its clocks at most, whatever its rules say. */
export function boundZone(zone: ICAL.Component): void {
  let [changes, tries] = [MOST_CHANGES, MOST_TRIES];
  class EndingIterator extends ICAL.RecurIterator {
    override next(): ICAL.Time {
      return changes-- > 0 ? super.next() : (null as never);
    }

    override check_contracting_rules(): boolean {
      return tries-- > 0 ? super.check_contracting_rules() : true;
    }

    override expand_year_days(year: number): number {
      tries -= YEAR;
      if (tries < 0) throw new RangeError('never fits');
      return super.expand_year_days(year);
    }
  }
  const rules = zone.getAllSubcomponents().flatMap((clocks) => clocks.getFirstPropertyValue('rrule') ?? []);
  for (const [index, rule] of (rules as ICAL.Recur[]).entries()) {
    rule.iterator = (dtstart) => {
      // The library works all of them out anew, beginning with the first one.
      if (index === 0) [changes, tries] = [MOST_CHANGES, MOST_TRIES];
      return new EndingIterator({ rule, dtstart });
    };
  }
}
