import { map, NEVER } from 'rxjs';
import { describe, test } from 'vitest';
import { virtual } from '../test/virtual.ts';
import { pageSteps } from './page-steps.ts';
import type { KeyBinding } from './program.ts';

const bindings: readonly KeyBinding[] = [
  { display: 'front', key: 'down', action: 'page.next' },
  { display: 'front', key: 'up', action: 'page.previous' },
];
const events = {
  d: { key: 'down', pressed: true },
  D: { key: 'down', pressed: false },
  u: { key: 'up', pressed: true },
  x: { key: 'enter', pressed: true },
};
const shown = map(String);

describe('pageSteps', () => {
  test('keys go forth and back, round both ends; releases and other keys do nothing', () =>
    virtual(({ hot, expectObservable }) =>
      expectObservable(pageSteps(3, bindings, undefined)(hot('-dDdxdu-u-u', events)).pipe(shown)).toBe('01-2-02-1-0'),
    ));

  test('rotates', () =>
    virtual(({ expectObservable }) =>
      expectObservable(pageSteps(2, [], 3)(NEVER).pipe(shown), '10ms !').toBe('0--1--0--1'),
    ));

  test('a key starts the wait for the next page anew', () =>
    virtual(({ hot, expectObservable }) =>
      expectObservable(pageSteps(3, bindings, 4)(hot('---d', events)).pipe(shown), '12ms !').toBe('0--1---2---0'),
    ));

  test('one page does not rotate', () =>
    virtual(({ expectObservable }) => expectObservable(pageSteps(1, [], 3)(NEVER).pipe(shown), '10ms !').toBe('0')));

  test('remembers the page when it is subscribed again', () =>
    virtual(({ hot, expectObservable }) => {
      const steps = pageSteps(3, bindings, undefined);
      const keys = hot('-d', events);
      expectObservable(steps(keys).pipe(shown), '--!').toBe('01');
      expectObservable(steps(keys).pipe(shown), '---^').toBe('---1');
    }));
});
