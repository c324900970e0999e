import { blankFrame, type EmulatedDevice, LcdError } from '@lcdflow/core';
import { concatMap, from, ignoreElements, map, merge, mergeMap, type Observable, tap, timer } from 'rxjs';
import { type RunHelpers, TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import { emulate } from '../emulate.ts';
import { Stalled } from '../stalled.ts';
import { type Behaviour, completeLate, keyBeforeAnswer, refuse, report, stall, unplug } from './index.ts';

const packet = (name: string): Uint8Array => Uint8Array.of(name.charCodeAt(0));
const letters = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Answers `q` with `a`; a key is `D` when it goes down and `U` when it goes up. */
function plugIn(...behaviours: readonly Behaviour[]) {
  const received: string[] = [];
  const powerUp = (): EmulatedDevice => ({
    receive: (bytes) => {
      received.push(letters(bytes));
      return letters(bytes) === 'q' ? { answers: [packet('a')] } : {};
    },
    press: (_key, pressed) => [packet(pressed ? 'D' : 'U')],
    glass: () => blankFrame({ width: 1, height: 1 }),
    controls: () => ({}),
  });
  const maker = { interval: 8, powerUp };
  const panel = emulate(maker, { behaviours });
  const submit = (name: string) => panel.transport.submit(packet(name)).pipe(map((done) => letters(done.packet)));
  return { ...panel, received, submit, all: (names: string) => from(names).pipe(mergeMap(submit)), maker };
}

const read = (incoming: Observable<Uint8Array>): Observable<string> => incoming.pipe(map(letters));
const virtual = (body: (helpers: RunHelpers) => void): void =>
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(body);
const lost = new LcdError('disconnected', 'the emulated device was unplugged');

test('a stalled packet is tried again in its place and costs an interval each time', () => {
  virtual(({ expectObservable, flush }) => {
    const { all, received, counters } = plugIn(stall({ at: [2, 3] }));
    expectObservable(all('abc')).toBe('8ms a 23ms b 7ms (c|)');
    flush();
    expect(received.join('')).toBe('abc');
    expect(counters()).toMatchObject({ packets: 3, refused: 0 });
  });
});

test('four stalls in a row are an error; the packet behind it goes', () => {
  virtual(({ expectObservable }) => {
    const { submit } = plugIn(stall({ at: [1, 2, 3, 4] }));
    expectObservable(submit('a')).toBe('32ms #', undefined, new Stalled());
    expectObservable(submit('b')).toBe('40ms (b|)');
  });
});

test('a host that heals stalls itself sees each, and all behind it too until it does', () => {
  virtual(({ expectObservable, flush }) => {
    const { endpoints, received } = plugIn(stall({ at: [2] }));
    const send = (name: string) => endpoints.send(packet(name)).pipe(map((done) => letters(done.packet)));
    expectObservable(send('a')).toBe('8ms (a|)');
    expectObservable(send('b')).toBe('16ms #', undefined, new Stalled());
    expectObservable(send('c')).toBe('24ms #', undefined, new Stalled());
    const healed = timer(30).pipe(
      tap(() => {
        expect(endpoints.halted).toBe(true);
        endpoints.halted = false;
      }),
      concatMap(() => send('d')),
    );
    expectObservable(healed).toBe('32ms (d|)');
    flush();
    expect(received.join('')).toBe('ad');
  });
});

test('a device that refuses packets for a while takes them later, in order', () => {
  virtual(({ expectObservable, flush }) => {
    const { all, counters } = plugIn(refuse({ at: [2], ms: 20 }));
    // Offered at 16 ms, refused until 36 ms: the next interval is at 40 ms.
    expectObservable(all('abc')).toBe('8ms a 31ms b 7ms (c|)');
    flush();
    expect(counters()).toMatchObject({ packets: 3, refused: 3 });
  });
});

test('a refusal shorter than an interval costs one', () => {
  virtual(({ expectObservable }) => {
    expectObservable(plugIn(refuse({ at: [1], ms: 0.5 })).all('a')).toBe('16ms (a|)');
  });
});

test('unplugged before a packet: it and all others fail, and the device has not seen it', () => {
  virtual(({ expectObservable, flush }) => {
    const { all, received, transport, connection } = plugIn(unplug({ at: [2] }));
    expectObservable(all('abc')).toBe('8ms a 7ms #', undefined, lost);
    expectObservable(transport.incoming).toBe('16ms #', undefined, lost);
    expectObservable(connection.pipe(ignoreElements())).toBe('16ms #', undefined, lost);
    flush();
    expect(received.join('')).toBe('a');
  });
});

test('what has happened does not happen again after a re-plug', () => {
  virtual(({ expectObservable }) => {
    const behaviours = [unplug({ at: [1] })];
    const { maker, submit } = plugIn(...behaviours);
    expectObservable(submit('a')).toBe('8ms #', undefined, lost);
    const replugged = timer(10).pipe(mergeMap(() => emulate(maker, { behaviours }).transport.submit(packet('a'))));
    expectObservable(replugged.pipe(map(({ bytes }) => bytes))).toBe('18ms (1|)', { 1: 1 });
  });
});

test('a late completion holds up those behind it; the device and its answers are in time', () => {
  virtual(({ expectObservable, flush }) => {
    const { all, transport, received } = plugIn(completeLate({ at: [2], ms: 20 }));
    expectObservable(all('aqc')).toBe('8ms a 27ms (qc|)');
    expectObservable(read(transport.incoming), '^ 50ms !').toBe('16ms a');
    expectObservable(timer(25).pipe(map(() => received.join('')))).toBe('25ms (x|)', { x: 'aqc' });
    flush();
  });
});

test('a report that nobody asked for comes behind the answer', () => {
  virtual(({ expectObservable }) => {
    const { all, transport } = plugIn(report({ at: [2], packet: packet('E') }));
    expectObservable(merge(all('xq'), read(transport.incoming)), '^ 30ms !').toBe('8ms x 7ms (qaE)');
  });
});

test('a key between a question and its answer', () => {
  virtual(({ expectObservable }) => {
    const { all, transport } = plugIn(keyBeforeAnswer({ at: [2], key: 'up' }));
    expectObservable(merge(all('qxq'), read(transport.incoming)), '^ 30ms !').toBe('8ms (qa) 4ms x 7ms (qDaU)');
  });
});

test('behaviours are stacked: each counts what the ones before it let through', () => {
  virtual(({ expectObservable }) => {
    const { all } = plugIn(stall({ at: [1] }), refuse({ at: [1], ms: 8 }), completeLate({ at: [1], ms: 3 }));
    // 8 ms: stall; 16 ms: refused until 24 ms, when it is taken; told 3 ms later.
    expectObservable(all('ab')).toBe('27ms a 4ms (b|)');
  });
});
