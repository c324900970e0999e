import { filter, ignoreElements, map, merge, type Observable, take, throwError, timeout } from 'rxjs';
import { LcdError } from './errors.ts';
import { Lane } from './lane.ts';
import type { Completion, TransferQueue, Transport } from './types.ts';

/** A queue that has at most `depth` packets with the device; each completion submits the next. */
export function transferQueue(transport: Transport, depth = 1): TransferQueue {
  const packets = new Lane<Completion>(depth, 'lane');
  const questions = new Lane<unknown>(1, 'asker');

  const send = (outgoing: Iterable<Uint8Array>): Observable<Completion> => {
    const copies = [...outgoing].map((packet) => packet.slice());
    return packets.enqueue(copies.map((packet) => transport.submit(packet)));
  };

  const request = <T>(
    packet: Uint8Array,
    answer: (incoming: Uint8Array) => T | undefined,
    within: number,
  ): Observable<T> => {
    const answers = transport.incoming.pipe(
      map(answer),
      filter((value) => value !== undefined),
    );
    const asked = merge(answers, send([packet]).pipe(ignoreElements())).pipe(
      take(1),
      timeout({ first: within, with: () => throwError(() => noAnswer(within)) }),
    );
    return questions.enqueue([asked]) as Observable<T>;
  };

  const completions = merge(packets.pump, questions.pump.pipe(ignoreElements()));
  return { completions, send, request };
}

const noAnswer = (within: number) => new LcdError('timeout', `the device has not answered within ${within} ms`);
