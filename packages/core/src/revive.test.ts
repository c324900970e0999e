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

  describe('a hint', () => {
    const hinted = (marbles: string, until: string, expected: string) =>
      virtual(({ cold, hot, expectObservable }) => {
        const eager = revive<string>((_, failures) => of(String(failures)), hot(marbles));
        expectObservable(cold<string>('#').pipe(eager), until).toBe(expected);
      });

    test('ends the wait, and the waits begin anew', () =>
      hinted('3500ms h', '7s !', '1 999ms 2 1999ms 3 499ms 1 999ms 2 1999ms 3'));

    test('that comes while nothing is waited for is not heard', () =>
      virtual(({ cold, hot, expectObservable }) => {
        const eager = revive<string>((_, failures) => of(String(failures)), hot('--h'));
        expectObservable(cold<string>('---a-#').pipe(eager), '1010ms !').toBe('---a-1 1002ms a');
      }));

    test('is listened to only while it waits', () =>
      virtual(({ cold, hot, expectObservable, expectSubscriptions }) => {
        const hint = hot('--');
        const source = cold<string>('a#').pipe(revive<string>(() => of(), hint));
        expectObservable(source, '1500ms !').toBe('a 1000ms a');
        expectSubscriptions(hint.subscriptions).toBe(['-^ 999ms !', '1002ms ^ 497ms !']);
      }));

    test('that has ended changes nothing', () => hinted('|', '4s !', '1 999ms 2 1999ms 3'));
  });

  test('completion is completion', () =>
    virtual(({ cold, expectObservable }) => expectObservable(cold<string>('-a|').pipe(counted)).toBe('-a|')));

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
