import { type Display, type KeyEvent, type Size, type Transport, transferQueue } from '@lcdflow/core';
import { concat, defer, ignoreElements, merge, mergeMap, type Observable, of, share } from 'rxjs';
import { keysTyped } from './decode.ts';
import { encodeArea, encodeFrame, encodeOpening, GAP } from './encode.ts';
import type { Letters } from './letters.ts';

/** A line carries one packet after the other; more under way would only make changes wait. */
const DEPTH = 1;

/** An open terminal on a serial line. */
export function openTerminal(transport: Transport, { width, height }: Size, letters: Letters): Observable<Display> {
  const queue = transferQueue(transport, DEPTH);
  const display: Display = {
    ...{ width, height, cell: 'character', tile: { width, height: 1 }, gap: GAP },
    encode: (frame) => encodeFrame(frame, letters),
    write: (frame, area) => queue.send([encodeArea(frame, area, letters)]),
    keys: keysOf(transport),
    queue,
  };
  const opened = concat(queue.send([encodeOpening(letters)]).pipe(ignoreElements()), of(display));
  return merge(queue.completions.pipe(ignoreElements()), opened);
}

/** A terminal tells hits only: each is down and up at once. */
const keysOf = ({ incoming }: Transport): Observable<KeyEvent> =>
  defer(() => {
    const typed = keysTyped();
    return incoming.pipe(
      mergeMap((chunk) => typed(chunk).flatMap((key) => [true, false].map((pressed): KeyEvent => ({ key, pressed })))),
    );
  }).pipe(share());
