import { type Frame, present } from '@lcdflow/core';
import { concat, ignoreElements, map, timer } from 'rxjs';
import type { Candidate } from './candidate.ts';
import { trial } from './trial.ts';
import { look } from './virtual-time.ts';

/** Longer than a page takes, in ms of virtual time. */
const PAUSE = 4_000;

/** Shows one page after the other, and tells how many bytes each has cost. */
export function pageCosts(
  candidate: Candidate,
  pages: readonly Frame[],
  tell: (costs: readonly number[]) => void,
): void {
  trial(candidate, ({ display, wire }) => {
    const sent: number[] = [];
    const note = () => sent.push(wire.bytes);
    const shown = pages.map((page) =>
      concat(look(note), timer(0).pipe(map(() => page)), timer(PAUSE).pipe(ignoreElements())),
    );
    return concat(
      present(display, concat(...shown)).pipe(ignoreElements()),
      look(note),
      look(() => tell(pages.map((_, index) => sent[index + 1]! - sent[index]!))),
    );
  });
}

/** Throws if something has cost more bytes than it may. */
export function expectNoMore(what: string, bytes: number, most: number): void {
  if (bytes > most) throw new Error(`${what}: ${bytes} bytes were sent, ${most} are enough`);
}
