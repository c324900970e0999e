import { present } from '@lcdflow/core';
import { concat, defer, ignoreElements, map, merge, type Observable, of, timer } from 'rxjs';
import { testCard } from '../test-card.ts';
import type { Candidate } from './candidate.ts';
import type { Check } from './check.ts';
import { LEVELS } from './control-checks.ts';
import { copyOf } from './frames.ts';
import { SETTLED, shown, type Trial, trial } from './trial.ts';
import { look } from './virtual-time.ts';

/** What may be on the wire. */
export const trafficChecks: readonly Check[] = [
  { name: 'sends nothing when nothing has changed', run: sendsNothingNew },
  { name: 'leaves no more packets with the device than its depth', run: keepsToItsDepth },
  { name: 'leaves a packet alone until it has gone', run: leavesPacketsAlone },
];

function sendsNothingNew(candidate: Candidate): void {
  const card = testCard(candidate.model, candidate.model.cell);
  trial(candidate, ({ display, wire }) => {
    let before = 0;
    const again = timer(SETTLED).pipe(
      map(() => {
        before = wire.submitted;
        return copyOf(card);
      }),
    );
    return concat(
      present(display, concat(of(card), again)),
      timer(SETTLED),
      look(() => {
        const more = wire.submitted - before;
        if (more > 0) throw new Error(`the same frame has come again, and ${more} packets were sent`);
      }),
    );
  });
}

function keepsToItsDepth(candidate: Candidate): void {
  trial(candidate, (begun) =>
    concat(
      everythingAtOnce(begun),
      look(() => {
        const { most } = begun.wire;
        if (most > candidate.depth)
          throw new Error(`${most} packets were with the device at a time; its depth is ${candidate.depth}`);
      }),
    ),
  );
}

function leavesPacketsAlone(candidate: Candidate): void {
  trial(candidate, (begun) =>
    concat(
      everythingAtOnce(begun),
      look(() => {
        const { changed } = begun.wire;
        if (changed !== undefined)
          throw new Error(`the bytes of packet ${changed} changed while it was with the device`);
      }),
    ),
  );
}

/** A full repaint, while every control is turned to every level. */
function everythingAtOnce({ display, candidate: { model } }: Trial): Observable<never> {
  const turns = Object.values(display.controls ?? {}).flatMap((turn) =>
    LEVELS.map((level) => defer(() => turn(level))),
  );
  return merge(shown(display, testCard(model, model.cell)), ...turns).pipe(ignoreElements());
}
