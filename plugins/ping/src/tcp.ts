import { connect } from 'node:net';
import { LcdError, type SourceContext } from '@lcdflow/core';
import { catchError, defer, exhaustMap, map, Observable, of, throwError, timeout } from 'rxjs';
import type { Asking } from './icmp.ts';
import type { Outcome } from './tally.ts';

/** Asks by opening a TCP connection, and closes it at once. One question at a time. */
export function tcpOutcomes(port: number, asking: Asking, { ticks }: SourceContext): Observable<Outcome> {
  const { host, every, patience } = asking;
  return defer(() => {
    let number = 0;
    return ticks(every).pipe(
      exhaustMap(() => {
        number++;
        const asked = number;
        return latency(host, port).pipe(
          timeout({ first: patience, with: () => of(undefined) }),
          map((time) => (time === undefined ? { number: asked } : { number: asked, latency: time })),
        );
      }),
    );
  });
}

/** How long (ms) connecting takes, without finding the address of a name; `undefined` when nobody answers. */
function latency(host: string, port: number): Observable<number | undefined> {
  return new Observable<number>((subscriber) => {
    const socket = connect({ host, port });
    let begun = performance.now();
    socket.on('lookup', () => {
      begun = performance.now();
    });
    socket.on('connect', () => {
      subscriber.next(performance.now() - begun);
      subscriber.complete();
    });
    socket.on('error', (error) => subscriber.error(error));
    return () => socket.destroy();
  }).pipe(
    catchError(({ code }: NodeJS.ErrnoException) =>
      /^(ENOTFOUND|EAI_)/.test(code ?? '')
        ? throwError(() => new LcdError('not-found', `${host}: its name is not known`))
        : of(undefined),
    ),
  );
}
