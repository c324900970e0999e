import {
  asyncScheduler,
  concat,
  defer,
  finalize,
  ignoreElements,
  map,
  NEVER,
  of,
  switchMap,
  throwError,
  timer,
} from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, test } from 'vitest';
import { expressions, leaf, logged, NO_OPTIONS, page, panel, show, widget, word } from '../test/programs.ts';
import { virtual } from '../test/virtual.ts';
import { defineSource } from './define.ts';
import { type ErrorCode, LcdError } from './errors.ts';
import type { DisplayPlan, KeyBinding, Program } from './program.ts';
import { run } from './run.ts';
import type { Source, Widget } from './types.ts';

/** A source that counts seconds, and how it is used. */
function seconds(name: string) {
  const use = { reads: 0, subscriptions: 0, active: 0 };
  const source: Source = defineSource({
    name,
    meaning: 'counts seconds',
    options: NO_OPTIONS,
    describe: { value: { unit: 's', meaning: 'seconds' } },
    read: (_, { ticks }) => {
      use.reads++;
      return defer(() => {
        use.subscriptions++;
        use.active++;
        return ticks(1000).pipe(map((now) => ({ value: now / 1000 })));
      }).pipe(finalize(() => use.active--));
    },
  });
  return { plan: { name, source, options: {} }, use };
}

/** The same source, worth 1 in odd seconds and 0 in even ones. */
const odd =
  ({ read }: Source): Source['read'] =>
  (...given) =>
    read(...given).pipe(map(({ value }) => ({ value: (value as number) % 2 })));

/** Runs a program for so long and returns what it logged and how it ended. */
function running(program: Omit<Program, 'expressions' | 'keys'> & { keys?: readonly KeyBinding[] }, ms: number) {
  const { lines, log } = logged();
  const events: string[] = [];
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(({ expectObservable }) => {
    const all = run(
      { keys: [], expressions, ...program },
      { log, context: () => ({ connect: () => NEVER, display: 'front', log }) },
      { areas: true },
    );
    expectObservable(
      all.pipe(
        map(({ kind }) => events.push(kind)),
        switchMap(() => NEVER),
      ),
      `${ms}ms !`,
    ).toBe('');
  });
  return { lines, events };
}

describe('run', () => {
  test('source to glass: one frame a change, one poll for two widgets', () => {
    const { plan: source, use } = seconds('s');
    const { plan, shows } = panel();
    running({ displays: [plan(page(leaf(show('s')), leaf(show('s'))))], sources: [source] }, 2500);
    expect(shows).toEqual(['0 0 ', '1 1 ', '2 2 ']);
    expect(use).toEqual({ reads: 1, subscriptions: 1, active: 0 });
  });

  test('a source that nobody shows is not polled, and is asked again when its page comes', () => {
    const [a, b] = [seconds('a'), seconds('b')];
    const key = timer(1500, 1000).pipe(map(() => ({ key: 'next', pressed: true })));
    const { plan, shows } = panel({ keys: key });
    const displays = [plan(page(leaf(show('a'))), page(leaf(show('b'))))];
    const keys = [{ display: 'front', key: 'next', action: 'page.next' }] as const;
    running({ displays, sources: [a.plan, b.plan], keys }, 2400);
    expect(shows).toEqual(['0   ', '1   ', '1.5 ', '2   ']);
    expect([a.use.subscriptions, b.use.subscriptions, a.use.active]).toEqual([1, 1, 0]);
  });

  test('a widget in the background goes on while its page is hidden', () => {
    const { plan: source, use } = seconds('s');
    const hidden = widget('hidden', (_, { text }) => text('s').pipe(map(word)), { background: true });
    const { plan, shows } = panel();
    const none = widget('none', () => NEVER);
    running({ displays: [plan(page(leaf(none)), page(leaf(hidden)))], sources: [source] }, 1500);
    expect(use.subscriptions).toBe(1);
    expect(shows).toEqual(['    ']);
  });

  test('a widget is seen while its condition holds; while not, what it shows is not even measured', () => {
    const [gate, inner] = [seconds('gate'), seconds('s')];
    const even = { ...gate.plan, source: { ...gate.plan.source, read: odd(gate.plan.source) } };
    const { plan, shows } = panel();
    running({ displays: [plan(page({ ...leaf(show('s')), when: 'gate' }))], sources: [even, inner.plan] }, 3500);
    expect(shows).toEqual(['    ', '1   ', '    ', '3   ']);
    expect(inner.use.subscriptions).toBe(2);
  });

  test('a widget in the background goes on while its condition does not hold', () => {
    const [gate, inner] = [seconds('gate'), seconds('s')];
    const even = { ...gate.plan, source: { ...gate.plan.source, read: odd(gate.plan.source) } };
    const recorder = widget('recorder', (_, { text }) => text('s').pipe(map(word)), { background: true });
    const { plan, shows } = panel();
    running({ displays: [plan(page({ ...leaf(recorder), when: 'gate' }))], sources: [even, inner.plan] }, 3500);
    expect(shows).toEqual(['    ', '1   ', '    ', '3   ']);
    expect(inner.use.subscriptions).toBe(1);
  });

  test('a widget has at most one new picture in the time it says, the newest', () => {
    const { plan: source } = seconds('s');
    const { plan, shows } = panel();
    running({ displays: [plan(page({ ...leaf(show('s')), every: 2400 }))], sources: [source] }, 6500);
    expect(shows).toEqual(['0   ', '2   ', '4   ']);
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('no luck');
      },
    ],
    ['errors', () => throwError(() => new Error('no luck'))],
    [
      'paints badly',
      () =>
        of(() => {
          throw new Error('no luck');
        }),
    ],
  ] as [string, Widget['render']][])(
    'a widget that %s shows a mark and is logged once; its neighbour goes on',
    (_, render) => {
      const { plan: source } = seconds('s');
      const { plan, shows } = panel();
      const { lines } = running(
        { displays: [plan(page(leaf(widget('bad', render)), leaf(show('s'))))], sources: [source] },
        1500,
      );
      expect(shows).toEqual(['! 0 ', '! 1 ']);
      expect(lines).toEqual(['error front: pages.main.row[0]: bad: no luck']);
    },
  );

  test('a widget that failed is tried again', () => {
    let attempts = 0;
    const flaky = widget('flaky', () => (++attempts < 3 ? throwError(() => new Error('not yet')) : of(word('ok'))));
    const { plan, shows } = panel();
    running({ displays: [plan(page(leaf(flaky)))], sources: [] }, 5000);
    expect(shows).toEqual(['!   ', 'ok  ']);
  });

  test('a failing source has no readings, is logged once, and comes back', () => {
    let attempts = 0;
    const source: Source = {
      ...seconds('s').plan.source,
      read: () => defer(() => (++attempts < 3 ? throwError(() => new Error('gone')) : of({ value: 7 }))),
    };
    const { plan, shows } = panel();
    const { lines } = running(
      { displays: [plan(page(leaf(show('s'))))], sources: [{ name: 's', source, options: {} }] },
      5000,
    );
    expect(shows).toEqual(['-   ', '7   ']);
    expect(lines).toEqual(['warn s: gone']);
  });

  test('a lost display is opened again after 1, 2, 4 s, repainted, and told once each way', () => {
    let attempts = 0;
    const lost = new LcdError('disconnected', 'unplugged');
    const { plan, shows, opened } = panel({
      open: (display) => {
        attempts++;
        if (attempts === 1) return concat(of(display), timer(100).pipe(switchMap(() => throwError(() => lost))));
        return attempts < 4 ? throwError(() => new LcdError('not-found', 'no such panel')) : concat(of(display), NEVER);
      },
    });
    const { lines, events } = running(
      { displays: [plan(page(leaf(widget('hi', () => of(word('hi'))))))], sources: [] },
      8000,
    );
    expect(opened()).toBe(4);
    expect(shows).toEqual(['hi  ', 'hi  ']);
    expect(lines).toEqual(['warn front: unplugged; trying again', 'info front: is back']);
    expect(events).toEqual(['opened', 'shown', 'lost', 'lost', 'lost', 'opened', 'shown']);
  });

  test('areas are told to those who ask', () => {
    const { plan, shows } = panel();
    const displays = [plan(page(leaf(widget('hi', () => of(word('hi'))))))];
    const kinds: string[] = [];
    const host = { log: logged().log, context: () => ({ connect: () => NEVER, display: 'front', log: logged().log }) };
    virtual(({ expectObservable }) => {
      const told = run({ displays, sources: [], keys: [], expressions }, host).pipe(
        map(({ kind }) => kinds.push(kind)),
        ignoreElements(),
      );
      expectObservable(told, '1s !').toBe('');
    });
    expect([kinds, shows]).toEqual([['opened'], ['hi  ']]);
  });

  test('each new cause of a loss is told once, until the display is back', () => {
    const failing = (code: ErrorCode) => new LcdError(code, `cause ${code}`);
    const causes = (['timeout', 'busy', 'timeout', 'not-found', 'disconnected', 'busy'] as const).map(failing);
    let attempts = 0;
    const { plan } = panel({
      open: (display) => {
        const cause = causes[attempts++];
        if (cause) return throwError(() => cause);
        return concat(of(display), timer(100).pipe(switchMap(() => throwError(() => causes[0]))));
      },
    });
    const hi = page(leaf(widget('hi', () => of(word('hi')))));
    const { lines } = running({ displays: [plan(hi)], sources: [] }, 61_500);
    expect(lines).toEqual([
      'warn front: cause timeout; trying again',
      'warn front: cause busy; trying again',
      'warn front: cause not-found; trying again',
      'info front: is back',
      'warn front: cause timeout; trying again',
    ]);
  });

  test('a lost display is opened when a device arrives, and if that is too early soon again', () => {
    const attempts: number[] = [];
    const absent = throwError(() => new LcdError('not-found', 'no such panel'));
    const { lines, log } = logged();
    virtual(({ cold, expectObservable }) => {
      const { plan } = panel({
        open: (display) => {
          attempts.push(asyncScheduler.now());
          return attempts.length < 8 ? absent : concat(of(display), NEVER);
        },
      });
      const display = plan(page(leaf(widget('hi', () => of(word('hi'))))));
      const arrivals = (lost: DisplayPlan) => (lost === display ? cold('25s a') : NEVER);
      const host = { log, context: () => ({ connect: () => NEVER, display: 'front', log }), arrivals };
      const all = run({ displays: [display], sources: [], keys: [], expressions }, host);
      expectObservable(all.pipe(ignoreElements()), '30s !').toBe('');
    });
    // The fourth wait is one of eight seconds, the fifth one of sixteen: the device comes ten seconds into that.
    expect(attempts).toEqual([0, 1_000, 3_000, 7_000, 15_000, 25_000, 25_100, 25_300]);
    expect(lines).toEqual(['warn front: no such panel; trying again', 'info front: is back']);
  });

  test('a display that is lost again and again as soon as it is open is opened, and told of, every four seconds in the end', () => {
    const lost = new LcdError('disconnected', 'no luck');
    const { plan, opened } = panel({
      open: (display) => concat(of(display), timer(100).pipe(switchMap(() => throwError(() => lost)))),
    });
    const hi = page(leaf(widget('hi', () => of(word('hi')))));
    const { lines } = running({ displays: [plan(hi)], sources: [] }, 60_000);
    expect([opened(), lines.length]).toEqual([16, 31]);
  });

  test('a display that fails for good does not take its neighbours down', () => {
    const bad = panel({ open: () => throwError(() => new LcdError('permission', 'not allowed')) });
    const good = panel();
    const hi = page(leaf(widget('hi', () => of(word('hi')))));
    const { lines, events } = running(
      { displays: [bad.plan(hi), { ...good.plan(hi), name: 'back' }], sources: [] },
      100,
    );
    expect(good.shows).toEqual(['hi  ']);
    expect(events).toEqual(['failed', 'opened', 'shown']);
    expect(lines).toEqual(['error front: not allowed']);
  });
});
