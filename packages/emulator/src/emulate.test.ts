import { blankFrame, type EmulatedDevice, LcdError } from '@lcdflow/core';
import { EMPTY, from, ignoreElements, map, merge, mergeMap, type Observable, take, tap, timer } from 'rxjs';
import { type RunHelpers, TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import { type EmulateOptions, emulate } from './emulate.ts';

interface Parrot extends EmulatedDevice {
  readonly received: string[];
  drawn: number;
}

/** Answers `q` with `a` and a key with its length; shows how many packets it has received. */
function parrot(): Parrot {
  const device: Parrot = {
    received: [],
    drawn: 0,
    receive: (packet) => {
      device.received.push(...letters(packet));
      return packet[0] === 0x71 ? { answers: [Uint8Array.of(0x61)] } : {};
    },
    press: (key) => [Uint8Array.of(0x30 + key.length)],
    glass: () => {
      device.drawn += 1;
      return blankFrame({ width: 1, height: 1 }, device.received.length);
    },
    controls: () => ({}),
  };
  return device;
}

const letters = (packet: Uint8Array): string => String.fromCharCode(...packet);
const packet = (name: string): Uint8Array => Uint8Array.of(name.charCodeAt(0));
const plugIn = (options?: EmulateOptions) => {
  const panel = emulate({ interval: 8, powerUp: parrot }, options);
  return {
    ...panel,
    submit: (name: string) => panel.transport.submit(packet(name)).pipe(map((done) => letters(done.packet))),
    read: panel.transport.incoming.pipe(map(letters)),
    looked: panel.glass.pipe(map(({ cells }) => String(cells[0]))),
  };
};
const lost = new LcdError('disconnected', 'the emulated device was unplugged');
const virtual = (body: (helpers: RunHelpers) => void): void =>
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(body);
const doAt = (ms: number, act: () => void): Observable<never> => timer(ms).pipe(tap(act), ignoreElements());
const at = <T>(ms: number, what: () => Observable<T>): Observable<T> => timer(ms).pipe(mergeMap(what));

test('the interval is the maker’s unless another is wished', () => {
  virtual(({ expectObservable }) => {
    expectObservable(plugIn().submit('a')).toBe('8ms (a|)');
    expectObservable(plugIn({ interval: 3 }).submit('a')).toBe('---(a|)');
  });
});

test('answers arrive at once, after the packet has completed', () => {
  virtual(({ expectObservable }) => {
    const { submit, read } = plugIn();
    expectObservable(merge(submit('q'), read.pipe(take(1)))).toBe('8ms (qa|)');
  });
});

test('keys and reports of its own come in', () => {
  virtual(({ expectObservable }) => {
    const { press, report, read } = plugIn();
    const acts = merge(
      doAt(1, () => press('up', true)),
      doAt(5, () => report([packet('x'), packet('y')])),
    );
    expectObservable(read, '^ 9ms !').toBe('-2---(xy)');
    expectObservable(acts).toBe('5ms |');
  });
});

test('reports that find no room are counted', () => {
  const { report, counters } = plugIn({ room: 2 });
  report(['a', 'b', 'c'].map(packet));
  expect(counters().lost).toBe(1);
});

test('unplugging fails everything under way and everything later', () => {
  virtual(({ expectObservable, flush }) => {
    const { transport, connection, device, press, unplug, submit } = plugIn();
    expectObservable(merge(submit('a'), submit('b'))).toBe('8ms a 3ms #', undefined, lost);
    expectObservable(transport.incoming).toBe('12ms #', undefined, lost);
    expectObservable(connection).toBe('t 11ms #', { t: transport }, lost);
    expectObservable(doAt(12, unplug)).toBe('12ms |');
    expectObservable(doAt(13, () => press('up', true))).toBe('13ms |');
    expectObservable(at(20, () => submit('c'))).toBe('20ms #', undefined, lost);
    expectObservable(at(20, () => transport.incoming)).toBe('20ms #', undefined, lost);
    expectObservable(at(20, () => connection)).toBe('20ms #', undefined, lost);
    flush();
    expect(device.received).toEqual(['a']);
  });
});

test('unplugging drops what waits to be read, and may be done twice', () => {
  virtual(({ expectObservable }) => {
    const { transport, press, unplug } = plugIn();
    press('up', true);
    unplug();
    unplug();
    expectObservable(transport.incoming).toBe('#', undefined, lost);
  });
});

test('the glass shows the newest picture, drawn once for all and only while somebody looks', () => {
  virtual(({ expectObservable, flush }) => {
    const { looked, device, unplug, submit } = plugIn();
    expectObservable(from('abc').pipe(mergeMap((name) => submit(name)))).toBe('8ms a 7ms b 7ms (c|)');
    expectObservable(looked, '10ms ^').toBe('10ms 1 5ms 2 7ms 3 5ms |');
    expectObservable(looked, '17ms ^ 3ms !').toBe('17ms 2');
    expectObservable(doAt(30, unplug)).toBe('30ms |');
    flush();
    expect(device.drawn).toBe(3);
  });
});

test('nothing is drawn while nobody looks; who looks again sees the picture of now', () => {
  virtual(({ expectObservable, flush }) => {
    const { looked, submit, device } = plugIn();
    expectObservable(looked, '^ 3ms !').toBe('0');
    expectObservable(looked, '20ms ^ 3ms !').toBe('20ms 2');
    expectObservable(merge(submit('a'), submit('b'))).toBe('8ms a 7ms (b|)');
    flush();
    expect(device.drawn).toBe(2);
  });
});

test('a packet is on the glass before it has completed', () => {
  virtual(({ expectObservable }) => {
    const { looked, submit } = plugIn();
    expectObservable(merge(looked.pipe(take(2)), submit('a'))).toBe('0 7ms (1a|)');
  });
});

test('counts what went over the wire', () => {
  virtual(({ expectObservable, flush }) => {
    const { counters, submit } = plugIn();
    expectObservable(
      merge(
        submit('a'),
        at(50, () => EMPTY),
      ),
    ).toBe('8ms a 41ms |');
    flush();
    expect(counters()).toEqual({ packets: 1, bytes: 1, refused: 0, intervals: 6, lost: 0 });
  });
});

test.each([0, -1, Number.NaN])('an interval of %d ms is refused', (interval) => {
  expect(() => plugIn({ interval })).toThrow(/^interval: above 0 ms, not/);
});
