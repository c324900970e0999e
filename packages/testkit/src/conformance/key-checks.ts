import type { KeyEvent } from '@lcdflow/core';
import type { EmulatedPanel } from '@lcdflow/emulator';
import { concat, ignoreElements, last, NEVER, type Observable, takeUntil, tap, timer } from 'rxjs';
import type { Candidate } from './candidate.ts';
import type { Check } from './check.ts';
import { trial } from './trial.ts';
import { look } from './virtual-time.ts';

/** Time enough for a panel that must be asked, in ms of virtual time. */
const HELD = 500;

/** What a person does with the keys. */
export const keyChecks: readonly Check[] = [{ name: 'reports its keys', run: reportsKeys }];

function reportsKeys(candidate: Candidate): void {
  const wanted = candidate.keys.flatMap((key) => [true, false].map((pressed): KeyEvent => ({ key, pressed })));
  trial(candidate, ({ display, panel }) => {
    const seen: string[] = [];
    const listening = (display.keys ?? NEVER).pipe(
      tap((event) => seen.push(eventText(event))),
      takeUntil(pressing(panel, wanted)),
      ignoreElements(),
    );
    return concat(
      listening,
      look(() => expectEvents(seen, wanted.map(eventText))),
    );
  });
}

/** Does to the keys what is wanted, one after the other; emits when that is done. */
const pressing = (panel: EmulatedPanel, wanted: readonly KeyEvent[]): Observable<unknown> =>
  concat(...wanted.map(({ key, pressed }) => timer(HELD).pipe(tap(() => panel.press(key, pressed)))), timer(HELD)).pipe(
    last(),
  );

function expectEvents(seen: readonly string[], wanted: readonly string[]): void {
  const length = Math.max(seen.length, wanted.length);
  for (let index = 0; index < length; index++) {
    const [actual = 'nothing', expected = 'nothing'] = [seen[index], wanted[index]];
    if (actual !== expected) throw new Error(`key event ${index + 1}: ${expected} is expected, not ${actual}`);
  }
}

const eventText = ({ key, pressed }: KeyEvent): string => `${key} ${pressed ? 'down' : 'up'}`;
