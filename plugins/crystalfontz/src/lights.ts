import type { TransferQueue } from '@lcdflow/core';
import { concat, defer, EMPTY, type Observable } from 'rxjs';
import { COMMAND, encodeLight } from './encode.ts';
import type { LineNotes } from './line-notes.ts';

/** The light of the glass and that of the keypad, which share a command. */
export interface Lights {
  /** Sends both levels as they are. */
  send(): Observable<unknown>;
  backlight(level: number): Observable<unknown>;
  keypad(level: number): Observable<unknown>;
}

/**
 * `levels` from 0 to 1: of the glass and, if it has a light of its own, of the keypad. Firmware that refuses two levels
 * gets the one of the glass for both (docs/protocol.md section 2.5).
 */
export function lights(queue: TransferQueue, notes: LineNotes, levels: readonly [number, number?]): Lights {
  let [glass, keypad] = levels;
  let isShared = keypad === undefined;

  const send = (): Observable<unknown> =>
    defer(() => {
      if (isShared) return queue.send([encodeLight(glass)]);
      return concat(
        queue.send([encodeLight(glass, keypad!)]),
        defer(() => {
          isShared = notes.hasRefused(COMMAND.light);
          return isShared ? queue.send([encodeLight(glass)]) : EMPTY;
        }),
      );
    });
  return {
    send,
    backlight: (level) =>
      defer(() => {
        glass = level;
        return send();
      }),
    keypad: (level) =>
      defer(() => {
        keypad = level;
        return isShared ? EMPTY : send();
      }),
  };
}
