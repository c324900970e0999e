import { defer, of } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { virtual } from '../test/virtual.ts';
import { revive } from './revive.ts';

describe('revive', () => {
  const counted = revive<string>((_, failures) => of(String(failures)));

  test('waits 1, 2, 4 s and tells the number of failures', () =>
    virtual(({ cold, expectObservable }) =>
      expectObservable(cold<string>('#').pipe(counted), '8s !').toBe('1 999ms 2 1999ms 3 3999ms 4'),
    ));

  test('a value starts the count anew', () =>
    virtual(({ cold, expectObservable }) =>
      expectObservable(cold<string>('a#').pipe(counted), '2500ms !').toBe('a1 999ms a1 999ms a1'),
    ));

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
