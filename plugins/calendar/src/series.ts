import ICAL from 'ical.js';
import type { WrittenEvent, WrittenProperty } from './written-calendar.ts';

/** What may repeat, and the repetitions that are different. */
export interface Series {
  readonly component: ICAL.Component;
  readonly rdates: readonly WrittenProperty[];
  readonly exdates: readonly WrittenProperty[];
  readonly exceptions: readonly Series[];
}

interface SameUid {
  readonly main: Series[];
  readonly exceptions: Series[];
}

/** Parts with the same UID belong together; a changed repetition of nothing is an event by itself. */
export function* seriesOf(events: readonly WrittenEvent[], root: ICAL.Component): Generator<void, readonly Series[]> {
  const byUid = new Map<unknown, SameUid>();
  for (const [index, { part, rdates, exdates }] of events.entries()) {
    const uid = part[1].find(([name]) => name === 'uid')?.[3] ?? index;
    const same = byUid.get(uid) ?? { main: [], exceptions: [] };
    byUid.set(uid, same);
    const component = new ICAL.Component(part, root);
    const series = { component, rdates, exdates };
    if (component.hasProperty('recurrence-id')) same.exceptions.push({ ...series, exceptions: [] });
    else same.main.push({ ...series, exceptions: same.exceptions });
    yield;
  }
  return [...byUid.values()].flatMap(({ main, exceptions }) => (main.length > 0 ? main : exceptions));
}
