import { type Attempt, LcdError, type Secret, type SourceContext } from '@lcdflow/core';
import { addressOf, clientOf, conditional, decoded, polled, refusalOf, urlOf } from '@lcdflow/web';
import { catchError, defer, from, map, type Observable, switchMap, throwError } from 'rxjs';
import type { Content } from './content.ts';
import type { CalendarOptions } from './options.ts';

/** How to ask. */
interface Asking {
  readonly options: CalendarOptions;
  readonly folder: string;
  readonly context: SourceContext;
}

/** What a server holds, asked at each period. The path of a calendar is often its only lock: messages name the server. */
export function calendarAt(address: Secret, { options, folder, context }: Asking): Observable<Content> {
  const question = defer(() => from(import('./read-calendar.ts'))).pipe(
    switchMap(({ readCalendar }) => {
      ask ??= conditional(clientOf(options, folder), (answer, url) => {
        const refusal = refusalOf(answer);
        if (refusal !== undefined) throw new LcdError('protocol', `${url.origin}: ${refusal}`);
        return { readings: { calendar: readCalendar(decoded(answer), url.origin) } };
      });
      return address.reveal().pipe(switchMap(asked(ask)));
    }),
  );
  let ask: ((url: URL) => Observable<Attempt>) | undefined;
  return polled(question, { every: options.every, context }).pipe(
    map(({ readings, problem }) => (problem === undefined ? (readings as Content) : { problem, mayComeBack: true })),
  );
}

const asked =
  (ask: (url: URL) => Observable<Attempt>) =>
  (text: string): Observable<Attempt> => {
    const url = urlOf(text.trim().replace(/^webcal:/, 'https:'));
    return ask(url).pipe(
      catchError((error: LcdError) => throwError(() => new LcdError(error.code, withoutPaths(error.message, url)))),
    );
  };

/** Also that of a server it was redirected to. */
const withoutPaths = (message: string, url: URL): string =>
  message.replaceAll(addressOf(url), url.origin).replaceAll(/(https?:\/\/[^\s/]+)\/\S*/g, '$1');
