import { map, type Observable, take, tap, timer } from 'rxjs';
import { type RunHelpers, TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import { inEndpoint } from './in-endpoint.ts';

const packets = (...bytes: number[]): Uint8Array[] => bytes.map((byte) => Uint8Array.of(byte));
const read = (source: Observable<Uint8Array>): Observable<string> => source.pipe(map(([byte]) => String(byte)));
const virtual = (body: (helpers: RunHelpers) => void): void =>
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(body);

test('what comes while nobody listens waits for the first who does; what comes later reaches all', () => {
  virtual(({ expectObservable, flush }) => {
    const { packets: incoming, deliver } = inEndpoint(64);
    expectObservable(read(incoming), '10ms ^ 30ms !').toBe('10ms (12) 6ms 3');
    expectObservable(read(incoming), '12ms ^ 30ms !').toBe('20ms 3');
    expectObservable(timer(1).pipe(tap(() => deliver(packets(1, 2)))));
    expectObservable(timer(20).pipe(tap(() => deliver(packets(3)))));
    flush();
  });
});

test('who takes one leaves the others', () => {
  virtual(({ expectObservable }) => {
    const { packets: incoming, deliver } = inEndpoint(64);
    deliver(packets(1, 2));
    expectObservable(read(incoming).pipe(take(1))).toBe('(1|)');
    expectObservable(read(incoming).pipe(take(1)), '-^').toBe('-(2|)');
  });
});

test('a packet that comes while waiting ones are read keeps its place', () => {
  virtual(({ expectObservable }) => {
    const { packets: incoming, deliver } = inEndpoint(64);
    deliver(packets(1, 9));
    const answering = incoming.pipe(
      tap(([byte]) => {
        if (byte === 1) deliver(packets(2));
      }),
    );
    expectObservable(read(answering), '^ 9ms !').toBe('(192)');
  });
});

test('only so many wait; later ones are lost and counted', () => {
  virtual(({ expectObservable }) => {
    const { packets: incoming, deliver, lost } = inEndpoint(2);
    deliver(packets(1, 2, 3, 4));
    expect(lost()).toBe(2);
    expectObservable(read(incoming), '^ 9ms !').toBe('(12)');
  });
});

test('failing ends it for all, now and later, and what comes later is dropped', () => {
  virtual(({ expectObservable }) => {
    const { packets: incoming, deliver, fail, lost } = inEndpoint(0);
    const gone = new Error('gone');
    expectObservable(incoming, '^').toBe('--#', undefined, gone);
    expectObservable(incoming, '----^').toBe('----#', undefined, gone);
    expectObservable(timer(2).pipe(map(() => fail(gone)))).toBe('--(0|)', { 0: undefined });
    expectObservable(timer(3).pipe(map(() => deliver(packets(1))))).toBe('---(0|)', { 0: undefined });
    expectObservable(timer(5).pipe(map(() => String(lost())))).toBe('-----(0|)');
  });
});

test('failing drops what waits', () => {
  virtual(({ expectObservable }) => {
    const { packets: incoming, deliver, fail } = inEndpoint(2);
    const gone = new Error('gone');
    deliver(packets(1));
    fail(gone);
    expectObservable(incoming).toBe('#', undefined, gone);
  });
});
