import { defer, ignoreElements, of, tap } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { virtual } from '../test/virtual.ts';
import { revive } from './revive.ts';

describe('revive', () => {
  const counted = revive<string>((_, failures) => of(String(failures)));

  test('waits 1, 2, 4 s and tells the number of failures', () =>
    virtual(({ cold, expectObservable }) =>
      expectObservable(cold<string>('#').pipe(counted), '8s !').toBe('1 999ms 2 1999ms 3 3999ms 4'),
    ));

  test('however often it fails, nothing piles up', () => {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = Number.POSITIVE_INFINITY;
    const depths: number[] = [];
    const deep = tap(() => depths.push(new Error('how deep').stack!.split('\n').length));
    virtual(({ cold, expectObservable }) =>
      expectObservable(cold<string>('#').pipe(counted, deep, ignoreElements()), '31000s !').toBe(''),
    );
    Error.stackTraceLimit = stackTraceLimit;
    expect(depths.length).toBeGreaterThan(1_000);
    expect(depths.at(-1)).toBeLessThan(depths[1]! + 10);
  });

  test('a value starts the count anew', () =>
    virtual(({ cold, expectObservable }) =>
      expectObservable(cold<string>('a#').pipe(counted), '2500ms !').toBe('a1 999ms a1 999ms a1'),
    ));

  describe('what fails again and again soon after it was lucky', () => {
    const lasting = (marbles: string, until: string, expected: string) =>
      virtual(({ cold, expectObservable }) => {
        const patient = revive<string>((_, failures) => of(String(failures)), undefined, 2_000);
        expectObservable(cold<string>(marbles).pipe(patient), until).toBe(expected);
      });

    test('is waited for longer each time, up to four seconds', () =>
      lasting('a#', '12s !', 'a1 999ms a1 1999ms a1 3999ms a1 3999ms a1'));

    test('unless it has lasted', () => lasting('a 2s #', '7s !', 'a 2s 1 999ms a 2s 1 999ms a'));

    test('its completion is not waited for', () =>
      virtual(({ cold, expectObservable }) => {
        let attempts = 0;
        const source = defer(() => cold<string>(++attempts === 1 ? '#' : 'a|'));
        expectObservable(source.pipe(revive<string>(() => of(), undefined, 2_000))).toBe('1s a|');
      }));
  });

  describe('a hint', () => {
    const hinted = (marbles: string, until: string, expected: string) =>
      virtual(({ cold, hot, expectObservable }) => {
        const eager = revive<string>((_, failures) => of(String(failures)), hot(marbles));
        expectObservable(cold<string>('#').pipe(eager), until).toBe(expected);
      });

    test('ends the wait; what has come may need a moment, so the next waits are short, and then as ever', () =>
      hinted('3500ms h', '7s !', '1 999ms 2 1999ms 3 499ms 4 99ms 5 199ms 6 399ms 7 799ms 8 999ms 9'));

    test('that comes during an attempt makes the wait after it short', () =>
      virtual(({ cold, hot, expectObservable }) => {
        const eager = revive<string>((_, failures) => of(String(failures)), hot('2s h'));
        expectObservable(cold<string>('900ms #').pipe(eager), '4s !').toBe('900ms 1 1899ms 2 999ms 3');
      }));

    test('that comes while nothing is waited for is not heard', () =>
      virtual(({ cold, hot, expectObservable }) => {
        const eager = revive<string>((_, failures) => of(String(failures)), hot('--h'));
        expectObservable(cold<string>('---a-#').pipe(eager), '1010ms !').toBe('---a-1 1002ms a');
      }));

    test('is listened to from a failure to the next value, and no attempt in between is deaf', () =>
      virtual(({ cold, hot, expectObservable, expectSubscriptions }) => {
        const hint = hot('--');
        let attempts = 0;
        const source = defer(() => cold<string>(++attempts === 2 ? '--#' : 'a#'));
        expectObservable(source.pipe(revive<string>(() => of(), hint)), '3500ms !').toBe('a 3002ms a');
        expectSubscriptions(hint.subscriptions).toBe(['-^ 3001ms !', '3004ms ^ 495ms !']);
      }));

    test('a value makes the waits long again', () =>
      virtual(({ cold, hot, expectObservable }) => {
        let attempts = 0;
        const source = defer(() => cold<string>(++attempts === 1 ? '#' : 'a#'));
        const eager = revive<string>((_, failures) => of(String(failures)), hot('500ms h'));
        expectObservable(source.pipe(eager), '3s !').toBe('1 499ms a1 999ms a1 999ms a1');
      }));

    test('that has ended changes nothing', () => hinted('|', '4s !', '1 999ms 2 1999ms 3'));
  });

  test('completion is completion', () =>
    virtual(({ cold, expectObservable }) => expectObservable(cold<string>('-a|').pipe(counted)).toBe('-a|')));

  test('completion without a value after a failure is completion, though the hint goes on', () =>
    virtual(({ cold, hot, expectObservable }) => {
      let attempts = 0;
      const source = defer(() => cold<string>(++attempts === 1 ? '#' : '--|'));
      expectObservable(source.pipe(revive<string>(() => of(), hot('h')))).toBe('1002ms |');
    }));

  test('an error of meanwhile ends it', () =>
    virtual(({ cold, expectObservable }) => {
      const final = revive<string>((error) =>
        defer(() => {
          throw error;
        }),
      );
      expectObservable(cold<string>('a#').pipe(final)).toBe('a#');
    }));

  test('10,000 failures in a row leave no chain behind', () =>
    virtual(({ cold, expectObservable, flush }) => {
      let depth = 0;
      const source = defer(() => {
        depth = new Error().stack!.split('\n').length;
        return cold<string>('#');
      });
      expectObservable(source.pipe(revive<string>(() => of())), '100000s !').toBe('');
      flush();
      expect(depth).toBeLessThan(100);
    }));
});
