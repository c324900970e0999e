import { type Attempt, LcdError, type Secret, type SourceContext } from '@lcdflow/core';
import { type Answer, addressOf, clientOf, conditional, decoded, polled, refusalOf, urlOf } from '@lcdflow/web';
import { catchError, defer, map, type Observable, of, switchMap, throwError } from 'rxjs';
import type { Calendar, Content } from './content.ts';
import type { CalendarOptions } from './options.ts';
import { inTurns } from './turns.ts';

/** How to ask. */
interface Asking {
  readonly options: CalendarOptions;
  readonly folder: string;
  readonly context: SourceContext;
}

/** What a server has answered last, and the calendar in it once that has been read. */
interface Told {
  text: string;
  readonly name: string;
  calendar?: Calendar;
}

/** What a server holds, asked at each period. The path of a calendar is often its only lock: messages name the server. */
export function calendarAt(address: Secret, { options, folder, context }: Asking): Observable<Content> {
  const question = defer(() => {
    ask ??= conditional(clientOf(options, folder), told);
    return address.reveal().pipe(switchMap(asked(ask)), switchMap(read));
  });
  let ask: ((url: URL) => Observable<Told>) | undefined;
  return polled(question, { every: options.every, context }).pipe(
    map(({ readings, problem }) => (problem === undefined ? (readings as Content) : { problem, mayComeBack: true })),
  );
}

function told(answer: Answer, url: URL): Told {
  const refusal = refusalOf(answer);
  if (refusal !== undefined) throw new LcdError('protocol', `${url.origin}: ${refusal}`);
  return { text: decoded(answer), name: url.origin };
}

/** What has not changed since is not read again. */
function read(last: Told): Observable<Attempt> {
  const { text, name, calendar } = last;
  if (calendar !== undefined) return of({ readings: { calendar } });
  return defer(() => import('./read-calendar.ts')).pipe(
    switchMap(({ readCalendar }) => inTurns(() => readCalendar(text, name))),
    map((found) => {
      last.calendar = found;
      last.text = '';
      return { readings: { calendar: found } };
    }),
  );
}

const asked =
  (ask: (url: URL) => Observable<Told>) =>
  (text: string): Observable<Told> => {
    const url = urlOf(text.trim().replace(/^webcal:/, 'https:'));
    return ask(url).pipe(
      catchError((error: LcdError) => throwError(() => new LcdError(error.code, withoutPaths(error.message, url)))),
    );
  };

/** Also that of a server it was redirected to. */
const withoutPaths = (message: string, url: URL): string =>
  message.replaceAll(addressOf(url), url.origin).replaceAll(/(https?:\/\/[^\s/]+)\/\S*/g, '$1');
