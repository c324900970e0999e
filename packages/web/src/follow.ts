import { LcdError } from '@lcdflow/core';
import { type Observable, of, switchMap, throwError } from 'rxjs';
import { addressOf } from './address.ts';
import { type Answer, ask, type Question } from './answer.ts';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 5;

/**
 * Asks, and asks again where the server points to: at most five times, never in a circle, and never from https to http.
 * Another server gets none of the headers.
 */
export function follow(question: Question, before: readonly string[] = []): Observable<Answer> {
  return ask(question).pipe(
    switchMap((answer) => {
      const { location } = answer.headers;
      if (!REDIRECTS.has(answer.status) || location === undefined) return of(answer);
      const seen = [...before, question.url.href];
      return attempt(() => follow(redirected(question, location, seen), seen));
    }),
  );
}

function attempt(next: () => Observable<Answer>): Observable<Answer> {
  try {
    return next();
  } catch (error) {
    return throwError(() => error);
  }
}

function redirected(question: Question, location: string, seen: readonly string[]): Question {
  const { url, headers } = question;
  if (!URL.canParse(location, url.href)) throw new LcdError('protocol', 'redirects to what is no address');
  const next = new URL(location, url);
  next.hash = '';
  if (!/^https?:$/.test(next.protocol)) throw new LcdError('protocol', `redirects to ${next.protocol}, expected http`);
  if (url.protocol === 'https:' && next.protocol === 'http:')
    throw new LcdError('protocol', 'redirects from https to http');
  if (seen.includes(next.href)) throw new LcdError('protocol', 'redirects in a circle');
  if (seen.length > MOST_REDIRECTS)
    throw new LcdError('protocol', `redirects more than ${MOST_REDIRECTS} times, the last to ${addressOf(next)}`);
  return { ...question, url: next, headers: next.origin === url.origin ? headers : {} };
}
