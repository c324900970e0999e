import { type Completion, LcdError, type Reaction } from '@lcdflow/core';
import {
  concatMap,
  defer,
  EMPTY,
  from,
  ignoreElements,
  map,
  merge,
  mergeMap,
  type Observable,
  of,
  tap,
  timer,
} from 'rxjs';
import { type RunHelpers, TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import { OutEndpoint } from './out-endpoint.ts';

/** Packets are a letter and for how many ms the device is busy with it. */
const packet = (name: string, busy = 0): Uint8Array => Uint8Array.of(name.charCodeAt(0), busy);
const nameOf = ({ packet }: Completion): string => String.fromCharCode(packet[0]!);

function plugIn(interval = 8) {
  const received: string[] = [];
  const receive = ([letter, busy = 0]: Uint8Array): Reaction => {
    received.push(String.fromCharCode(letter!));
    return { busy };
  };
  const endpoint = new OutEndpoint(interval, { receive, answer: () => {}, unplug: () => {} });
  const submit = (...args: Parameters<typeof endpoint.submit>) => endpoint.submit(...args);
  const counters = () => endpoint.counters();
  const named = (name: string, busy?: number) => submit(packet(name, busy)).pipe(map(nameOf));
  return { received, submit, named, counters };
}

const virtual = (body: (helpers: RunHelpers) => void): void =>
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(body);
const at = <T>(ms: number, what: () => Observable<T>): Observable<T> => timer(ms).pipe(mergeMap(what));

test('a packet goes in the first service interval after it was submitted', () => {
  virtual(({ expectObservable }) => {
    const { submit } = plugIn();
    expectObservable(submit(packet('a'))).toBe('8ms (a|)', { a: { packet: packet('a'), bytes: 2 } });
  });
});

test('intervals lie on a grid from power-up, whenever packets come', () => {
  virtual(({ expectObservable }) => {
    const { named } = plugIn();
    const all = merge(
      at(3, () => named('a')),
      at(15, () => named('b')),
      at(16, () => named('c')),
      at(39, () => named('d')),
    );
    expectObservable(all).toBe('8ms a 7ms b 7ms c 15ms (d|)');
  });
});

test('packets that wait go one in each interval, in order', () => {
  virtual(({ expectObservable, flush }) => {
    const { named, received } = plugIn();
    expectObservable(from('abc').pipe(mergeMap((name) => named(name)))).toBe('8ms a 7ms b 7ms (c|)');
    flush();
    expect(received.join('')).toBe('abc');
  });
});

test('who submits on completion misses no interval', () => {
  virtual(({ expectObservable }) => {
    const { named } = plugIn(2);
    expectObservable(from('abc').pipe(concatMap((name) => named(name)))).toBe('--a-b-(c|)');
  });
});

test('intervals need not be whole', () => {
  virtual(({ expectObservable }) => {
    const { named } = plugIn(2.5);
    const times = from('abcd').pipe(
      mergeMap((name) => named(name)),
      ignoreElements(),
    );
    expectObservable(times).toBe('10ms |');
  });
});

test.each([
  [1, '8ms a 7ms (b|)', 0],
  [8, '8ms a 7ms (b|)', 0],
  [9, '8ms a 15ms (b|)', 1],
  [30, '8ms a 31ms (b|)', 3],
])('a device that is busy for %i ms takes nothing meanwhile', (busy, marbles, refused) => {
  virtual(({ expectObservable, flush }) => {
    const { named, counters } = plugIn();
    expectObservable(merge(named('a', busy), named('b'))).toBe(marbles);
    flush();
    expect(counters().refused).toBe(refused);
  });
});

test('busy time that passed while nothing waited is not counted as refused', () => {
  virtual(({ expectObservable, flush }) => {
    const { named, counters } = plugIn();
    expectObservable(
      merge(
        named('a', 20),
        at(24, () => named('b')),
      ),
    ).toBe('8ms a 23ms (b|)');
    flush();
    expect(counters().refused).toBe(0);
  });
});

test('the device reads the buffer in its interval, not before', () => {
  virtual(({ expectObservable, flush }) => {
    const { submit, received } = plugIn();
    const buffer = packet('a');
    const same = submit(buffer).pipe(map((completion) => String(completion.packet === buffer)));
    expectObservable(same).toBe('8ms (x|)', { x: 'true' });
    expectObservable(timer(7).pipe(tap(() => buffer.set([0x62])))).toBe('7ms (0|)', { 0: 0 });
    flush();
    expect(received).toEqual(['b']);
  });
});

test('what is unsubscribed in time never goes, and gives its interval to the next', () => {
  virtual(({ expectObservable, flush }) => {
    const { named, received } = plugIn();
    expectObservable(named('a'), '---!').toBe('');
    expectObservable(named('b')).toBe('8ms (b|)');
    flush();
    expect(received).toEqual(['b']);
  });
});

test('a submission that is subscribed twice goes twice', () => {
  virtual(({ expectObservable }) => {
    const submission = plugIn().named('a');
    expectObservable(merge(submission, submission)).toBe('8ms a 7ms (a|)');
  });
});

test('nothing goes before somebody subscribes', () => {
  virtual(({ expectObservable, flush }) => {
    const { named, counters } = plugIn();
    named('a');
    expectObservable(timer(20)).toBe('20ms (0|)', { 0: 0 });
    flush();
    expect(counters().packets).toBe(0);
  });
});

test('a device that throws fails who submitted', () => {
  virtual(({ expectObservable }) => {
    const fault = new Error('a fault of the emulated device');
    const throwing = (): Reaction => {
      throw fault;
    };
    const endpoint = new OutEndpoint(8, { receive: throwing, answer: () => {}, unplug: () => {} });
    expectObservable(endpoint.submit(packet('a'))).toBe('8ms #', undefined, fault);
  });
});

test('what waits and what is submitted once it is unplugged fails, and never arrives', () => {
  virtual(({ expectObservable, flush }) => {
    const lost = new LcdError('disconnected', 'gone');
    const received: Uint8Array[] = [];
    const receive = (taken: Uint8Array): Reaction => ({ answers: [taken] });
    const answer = (answers: readonly Uint8Array[]) => received.push(...answers);
    const endpoint = new OutEndpoint(8, { receive, answer, unplug: () => {} });
    expectObservable(endpoint.submit(packet('a'))).toBe('---#', undefined, lost);
    expectObservable(
      at(3, () =>
        defer(() => {
          endpoint.fail(lost);
          return EMPTY;
        }),
      ),
    ).toBe('---|');
    expectObservable(at(4, () => endpoint.submit(packet('b')))).toBe('----#', undefined, lost);
    expectObservable(timer(20)).toBe('20ms (0|)', { 0: 0 });
    flush();
    expect(received).toEqual([]);
  });
});

test('goes on with what is submitted while the host is told late of all that was there', () => {
  virtual(({ expectObservable }) => {
    const lateness: Readonly<Record<string, number>> = { a: 20, b: 30 };
    const receive = (taken: Uint8Array) => ({ late: lateness[String.fromCharCode(taken[0]!)] ?? 0 });
    const endpoint = new OutEndpoint(8, { receive, answer: () => {}, unplug: () => {} });
    const sent = merge(
      endpoint.submit(packet('a')),
      endpoint.submit(packet('b')),
      at(30, () => endpoint.submit(packet('c'))),
    );
    expectObservable(sent.pipe(map(nameOf))).toBe('28ms a 17ms (bc|)');
  });
});

test('counts packets, bytes and intervals', () => {
  virtual(({ expectObservable, flush }) => {
    const { submit, counters } = plugIn();
    expectObservable(from('ab').pipe(mergeMap((name) => submit(packet(name)).pipe(map(nameOf))))).toBe(
      '8ms a 7ms (b|)',
    );
    expectObservable(timer(50)).toBe('50ms (0|)', { 0: 0 });
    flush();
    expect(counters()).toEqual({ packets: 2, bytes: 4, refused: 0, intervals: 6 });
  });
});

test('a thousand packets take a thousand intervals', () => {
  virtual(({ expectObservable }) => {
    const { named } = plugIn();
    const all = from('x'.repeat(1000)).pipe(mergeMap((name) => named(name)));
    expectObservable(merge(all.pipe(ignoreElements()), of('s'))).toBe('s 7999ms |');
  });
});
