import { type Attempt, DESCRIBED_AGE, defineSource, keepReadings, Secret, type SourceContext } from '@lcdflow/core';
import {
  combineLatest,
  concat,
  defer,
  exhaustMap,
  filter,
  map,
  type Observable,
  of,
  startWith,
  switchMap,
  toArray,
} from 'rxjs';
import { agenda, DESCRIBED_AGENDA, UNKNOWN } from './agenda.ts';
import { calendarAt } from './calendar-address.ts';
import { calendarFile } from './calendar-file.ts';
import type { Calendar, Content, Event } from './content.ts';
import { dayOf, daysAfter } from './day.ts';
import { type CalendarOptions, OPTIONS } from './options.ts';
import { inTurns } from './turns.ts';

const MINUTE = 60_000;
/** What is known of a calendar stays for as long as lcd runs: its events do not go because it cannot be asked. */
const KEPT = '3650d';

/** What is on in calendars. Files are relative to `folder`. */
export const calendar = (folder: string) =>
  defineSource({
    name: 'calendar',
    meaning: 'What is on in calendars: iCalendar files and addresses.',
    options: OPTIONS,
    describe: { ...DESCRIBED_AGENDA, ...DESCRIBED_AGE },
    read: (options, context) => {
      const { calendars, days, most } = options;
      const contents = calendars.map((one) => {
        const address = addressIn(one);
        if (address !== undefined) return calendarAt(address, { options, folder, context });
        return defer(() => calendarFile(one as string, folder, most));
      });
      const attempts = combineLatest(contents.map(remembered)).pipe(
        filter((all): all is Content[] => all.every((content) => content !== undefined)),
        switchMap((all) => attemptsOf(all, days, context)),
      );
      return attempts.pipe(keepReadings({ name: 'calendar', keep: KEPT, context }));
    },
  });

/** An address may stand right in the list: then, too, nobody is told. */
function addressIn(calendar: CalendarOptions['calendars'][number]): Secret | undefined {
  if (typeof calendar === 'object') return calendar.url;
  return /^\w+:\/\//.test(calendar) ? new Secret(calendar) : undefined;
}

/** Begins with what was read last, by whomever: an address is not asked again at once. */
function remembered(content: Observable<Content>): Observable<Content | undefined> {
  let last: Content | undefined;
  return defer(() =>
    content.pipe(
      map((now) => {
        last = kept(last, now);
        return last;
      }),
      startWith(last),
    ),
  );
}

/** What could be read before goes on when only the server cannot be asked now. */
const kept = (before: Content | undefined, now: Content): Content =>
  now.calendar === undefined && now.mayComeBack && before?.calendar ? { ...now, calendar: before.calendar } : now;

/** Once a minute. Repetitions are worked out once a day. */
function attemptsOf(contents: readonly Content[], days: number, { ticks, log }: SourceContext): Observable<Attempt> {
  const calendars = contents.flatMap(({ calendar: found }) => found ?? []);
  const problem = contents.find((content) => content.problem !== undefined)?.problem;
  const events = eventsOfDay(calendars, days, (message) => log.warn(`calendar: ${message}`));
  return ticks(MINUTE).pipe(
    exhaustMap((now) => events(now).pipe(map((found) => agenda(found, now, days)))),
    map((readings) => ({
      readings: calendars.length === 0 ? UNKNOWN : readings,
      ...(problem !== undefined && { problem }),
    })),
  );
}

function eventsOfDay(calendars: readonly Calendar[], days: number, warn: (message: string) => void) {
  let last: { readonly day: number; readonly events: readonly Event[] } | undefined;
  return (now: number): Observable<readonly Event[]> => {
    const day = dayOf(now);
    if (last?.day === day) return of(last.events);
    const each = calendars.map((one) => inTurns(() => one.found(day, daysAfter(day, days + 1))));
    return concat(...each).pipe(
      toArray(),
      map((found) => {
        const problems = last === undefined ? found.flatMap(({ problem }) => problem ?? []) : [];
        for (const problem of problems) warn(problem);
        const events = found.flatMap((one) => one.events).sort((a, b) => a.start - b.start || b.end - a.end);
        last = { day, events };
        return events;
      }),
    );
  };
}
