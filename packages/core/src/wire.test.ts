import { concat, defer, ignoreElements, map, merge, NEVER, type Observable, of, tap, throwError, timer } from 'rxjs';
import { expect, test } from 'vitest';
import { virtual } from '../test/virtual.ts';
import { LcdError } from './errors.ts';
import { transferQueue } from './transfer-queue.ts';
import type { Completion, TransferQueue, Transport } from './types.ts';

// What went wrong in the program this one descends from: a buffer that was used again while it was on its way, a queue
// that stood still once it had run empty, and one that was lost for good with the first packet that failed.

const LATE = 3;

/** A device that reads each buffer as late as it can: when its transfer ends, `LATE` ms after it was handed over. */
function lateReader(fails: ReadonlySet<number> = new Set()) {
  const wire: string[] = [];
  let handedOver = 0;
  const submit = (packet: Uint8Array): Observable<Completion> =>
    defer(() => {
      const number = ++handedOver;
      return timer(LATE).pipe(
        map(() => {
          if (fails.has(number)) throw new LcdError('timeout', 'it has not gone');
          wire.push(packet.join(' '));
          return { packet, bytes: packet.length };
        }),
      );
    });
  const transport: Transport = { submit, incoming: NEVER };
  return { transport, wire };
}

/** A caller with one buffer for everything, which it writes over right after each call of `send`. */
function carelessCaller(queue: TransferQueue) {
  const buffer = new Uint8Array(2);
  return (...packets: readonly number[]): Observable<unknown> =>
    defer(() => {
      const sent = packets.map((packet) => {
        buffer.set([packet, packet + 1]);
        const completions = queue.send([buffer]);
        buffer.fill(99);
        return completions;
      });
      return merge(...sent);
    });
}

const failure = (run: Observable<unknown>, failures: string[]) =>
  run.pipe(tap({ error: (error: LcdError) => failures.push(error.message) }));

test.each([1, 2, 3])('%d in flight: buffers written over, run empty, filled again', (depth) => {
  const { transport, wire } = lateReader();
  virtual(({ expectObservable }) => {
    const queue = transferQueue(transport, depth);
    const send = carelessCaller(queue);
    const pause = timer(50).pipe(ignoreElements());
    const all = concat(send(1, 3, 5), send(7), pause, send(9, 11), pause, send(13)).pipe(ignoreElements());
    expectObservable(queue.completions.pipe(ignoreElements()), '300ms !').toBe('');
    expectObservable(merge(all, NEVER), '300ms !').toBe('');
  });
  expect(wire).toEqual(['1 2', '3 4', '5 6', '7 8', '9 10', '11 12', '13 14']);
});

test.each([1, 2])('%d in flight: a submit fails; pumped again, the next packets go, and no old one', (depth) => {
  const { transport, wire } = lateReader(new Set([2]));
  const failures: string[] = [];
  virtual(({ expectObservable }) => {
    const queue = transferQueue(transport, depth);
    const send = carelessCaller(queue);
    const pumped = queue.completions.pipe(ignoreElements());
    const again = concat(timer(100).pipe(ignoreElements()), pumped);
    expectObservable(failure(pumped, failures)).toBe(
      `${depth === 1 ? 2 * LATE : LATE}ms #`,
      undefined,
      expect.anything(),
    );
    expectObservable(again, '300ms !').toBe('');
    expectObservable(failure(send(1, 3, 5, 7).pipe(ignoreElements()), failures)).toBe(
      `${depth === 1 ? 2 * LATE : LATE}ms #`,
      undefined,
      expect.anything(),
    );
    const later = concat(timer(150).pipe(ignoreElements()), send(9, 11)).pipe(ignoreElements());
    expectObservable(merge(later, NEVER), '300ms !').toBe('');
  });
  expect(wire).toEqual(['1 2', '9 10', '11 12']);
  expect(failures).toEqual(['it has not gone', 'it has not gone']);
});

test('a transport that fails while it is called', () => {
  const broken = new LcdError('disconnected', 'unplugged');
  const { transport, wire } = lateReader();
  let isBroken = true;
  const flaky: Transport = {
    ...transport,
    submit: (packet) => (isBroken ? throwError(() => broken) : transport.submit(packet)),
  };
  virtual(({ expectObservable }) => {
    const queue = transferQueue(flaky, 2);
    const send = carelessCaller(queue);
    expectObservable(queue.completions).toBe('#', undefined, broken);
    expectObservable(send(1, 3)).toBe('#', undefined, broken);
    const repaired = timer(10).pipe(
      tap(() => {
        isBroken = false;
      }),
      ignoreElements(),
    );
    expectObservable(concat(repaired, queue.completions.pipe(ignoreElements())), '100ms !').toBe('');
    expectObservable(concat(timer(20).pipe(ignoreElements()), send(5, 7).pipe(ignoreElements()), of('done'))).toBe(
      '23ms (d|)',
      { d: 'done' },
    );
  });
  expect(wire).toEqual(['5 6', '7 8']);
});
