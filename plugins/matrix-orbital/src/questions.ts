import { LcdError, messageOf, type TransferQueue, type Transport } from '@lcdflow/core';
import {
  catchError,
  concat,
  defer,
  filter,
  finalize,
  last,
  map,
  type Observable,
  of,
  scan,
  share,
  takeUntil,
  throwError,
  timer,
  toArray,
} from 'rxjs';
import { decodeData, decodeType, decodeVersion } from './decode.ts';
import { QUESTIONS } from './encode.ts';

/** How long a module has for its answer, in ms; others wait 25 to 40 (docs/protocol.md section 6). */
const WITHIN = 500;
/** How long the rest of an answer may take after its beginning, in ms: 16 bytes take 133 at 1200 Bd. */
const REST = 200;

/** What a module says. Answers have no mark, so nothing that comes while it is asked is a key. */
export interface Conversation {
  /** Bytes that nobody has asked for. */
  readonly unasked: Observable<Uint8Array>;
  /** What the module says of itself. */
  readonly info: Observable<Readonly<Record<string, string>>>;
}

/** Listens to a module and asks it. One question at a time, whoever wants to know. */
export function conversation({ incoming }: Transport, queue: TransferQueue): Conversation {
  let asking = 0;
  const ask = (question: Uint8Array): Observable<Uint8Array> =>
    incoming.pipe(
      takeUntil(
        concat(
          queue.request(question, (packet) => packet, WITHIN),
          timer(REST),
        ).pipe(last()),
      ),
      scan((bytes, packet) => Uint8Array.of(...bytes, ...packet), new Uint8Array()),
      last(),
    );
  const info = concat(
    ask(QUESTIONS.type).pipe(map((bytes) => ['module', decodeType(bytes)] as const)),
    told(ask(QUESTIONS.version).pipe(map(decodeVersion))).pipe(map((text) => ['firmware', text] as const)),
    told(ask(QUESTIONS.data).pipe(map(decodeData))).pipe(map((text) => ['serial number or data', text] as const)),
  ).pipe(
    toArray(),
    map((entries) => Object.fromEntries(entries)),
  );
  return {
    unasked: incoming.pipe(filter(() => asking === 0)),
    info: defer(() => {
      asking += 1;
      return info;
    }).pipe(
      finalize(() => {
        asking -= 1;
      }),
      share(),
    ),
  };
}

const told = (answer: Observable<string>): Observable<string> =>
  answer.pipe(
    catchError((error: unknown) => (isUnanswered(error) ? of(`- (${messageOf(error)})`) : throwError(() => error))),
  );

const isUnanswered = (error: unknown): boolean => error instanceof LcdError && error.code === 'timeout';
