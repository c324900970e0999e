import { LcdError, messageOf, type TransferQueue } from '@lcdflow/core';
import { catchError, forkJoin, map, type Observable, of, throwError } from 'rxjs';
import { decodeFlash, decodeRefusal, decodeVersion } from './decode.ts';
import { encodeReadFlash, encodeVersion } from './encode.ts';
import type { LineNotes } from './line-notes.ts';
import { numberOf } from './packet.ts';

/** Longer than a command and all tries after it take, in ms. */
const WITHIN = 5_000;

/** All that a panel says of itself, and how its line does. What it refuses to tell is said in place of the answer. */
export const panelInfo = (queue: TransferQueue, notes: LineNotes): Observable<Readonly<Record<string, string>>> =>
  forkJoin({
    version: told(ask(queue, encodeVersion(), decodeVersion)),
    'user flash': told(ask(queue, encodeReadFlash(), decodeFlash)),
  }).pipe(map((answers) => ({ ...answers, line: notes.words() })));

function ask<T>(queue: TransferQueue, question: Uint8Array, decode: (packet: Uint8Array) => T | undefined) {
  const number = numberOf(question);
  const answer = (packet: Uint8Array): T | undefined => {
    if (decodeRefusal(packet) === number) throw new LcdError('protocol', `the panel refuses command ${number}`);
    return decode(packet);
  };
  return queue.request(question, answer, WITHIN);
}

const told = (answer: Observable<string>): Observable<string> =>
  answer.pipe(
    catchError((error: unknown) =>
      error instanceof LcdError && error.code === 'protocol' ? of(`- (${messageOf(error)})`) : throwError(() => error),
    ),
  );
