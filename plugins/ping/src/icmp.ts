import type { SourceContext } from '@lcdflow/core';
import { defer, map, merge, mergeMap, type Observable } from 'rxjs';
import { answerIn } from './answer-line.ts';
import { linesOf } from './ping-lines.ts';
import type { Outcome } from './tally.ts';

/** How questions are asked. */
export interface Asking {
  readonly host: string;
  /** ms between two questions. */
  readonly every: number;
  /** ms after which a question counts as lost. */
  readonly patience: number;
}

/**
 * Asks by ICMP echo: one program `ping` that goes on. It is silent about what is not answered, so the clock tells how far
 * it must be.
 */
export function icmpOutcomes(program: string, asking: Asking, { ticks }: SourceContext): Observable<Outcome> {
  const { host, every, patience } = asking;
  return defer(() => {
    let now: number | undefined;
    let heard = 0;
    let at = 0;
    const silence = ticks(every).pipe(
      map((time) => {
        if (now === undefined) at = time;
        now = time;
        return Math.floor((time - at - patience) / every);
      }),
      mergeMap((lost): readonly Outcome[] => (lost > 0 ? [{ number: heard + lost }] : [])),
    );
    const answers = linesOf(program, ['-n', '-i', String(every / 1000), host]).pipe(
      mergeMap((line) => {
        const answer = answerIn(line, heard);
        if (answer === undefined) return [];
        heard = Math.max(heard, answer.number);
        at = now ?? at;
        return [answer];
      }),
    );
    return merge(silence, answers);
  });
}
