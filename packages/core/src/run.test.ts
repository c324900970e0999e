import { concat, defer, finalize, map, NEVER, type Observable, of, switchMap, throwError, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, test } from 'vitest';
import { defineDriver, defineSource, defineWidget } from './define.ts';
import { LcdError } from './errors.ts';
import { blankFrame, copyArea } from './frame.ts';
import type { DisplayPlan, Expressions, KeyBinding, Page, Program, WidgetNode } from './program.ts';
import { run } from './run.ts';
import type { Display, Drawable, KeyEvent, Logger, Source, Widget } from './types.ts';

const NO_OPTIONS = { type: 'object', properties: {}, additionalProperties: false } as const;
const FR = { value: 1, unit: 'fr' } as const;

const leaf = (widget: Widget, options: unknown = {}): WidgetNode => ({
  kind: 'widget',
  size: FR,
  widget,
  options,
  path: ['pages', 'main', 'row', 0],
});
const page = (...children: WidgetNode[]): Page => ({
  name: 'main',
  root: { kind: 'row', size: FR, children, path: ['pages', 'main'] },
});
const word =
  (text: string): Drawable =>
  (surface) => {
    surface.text({ x: 0, y: 0 }, text);
  };
const widget = (name: string, render: Widget['render'], more: Partial<Widget> = {}): Widget =>
  defineWidget({ name, meaning: name, options: NO_OPTIONS, render, ...more });

/** Shows the reading of the source it is named after. */
const show = (source: string) => widget(source, (_, { text }) => text(source).pipe(map(word)));

/** An expression is the name of a source; its value is that source's reading `value`. */
const expressions: Expressions = {
  value: (source) => ({ sources: [source], evaluate: (readings) => ({ value: readings[source]?.value }) }),
  text: (source) => ({ sources: [source], evaluate: (readings) => String(readings[source]?.value ?? '-') }),
};

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

/** A panel of letters that needs 1 ms for a write. */
function panel(more: { keys?: Observable<KeyEvent>; open?: (display: Display) => Observable<Display> } = {}) {
  const glass = blankFrame({ width: 4, height: 1 }, 0x20);
  const shows: string[] = [];
  let opened = 0;
  const display: Display = {
    ...{ width: 4, height: 1, cell: 'character', keys: more.keys ?? NEVER },
    write: (frame, area) =>
      timer(1).pipe(
        map(() => {
          copyArea(frame, glass, area);
          shows.push(String.fromCodePoint(...glass.cells.map((cell) => cell & 0x1fffff)));
        }),
      ),
  };
  const model = { name: '4x1', ...glass, cell: 'character', colors: 2, keys: ['next'], controls: [] } as const;
  const driver = defineDriver({
    name: 'letters',
    meaning: 'letters',
    options: NO_OPTIONS,
    models: [model],
    model: () => model,
    open: () =>
      defer(() => {
        opened++;
        return (more.open ?? ((open) => concat(of(open), NEVER)))(display);
      }),
  });
  const plan = (...pages: Page[]): DisplayPlan => ({
    ...{ name: 'front', driver, options: {}, model, device: 'auto', fps: 10, pages },
  });
  return { plan, shows, opened: () => opened };
}

function logged() {
  const lines: string[] = [];
  const level = (name: string) => (message: string) => void lines.push(`${name} ${message}`);
  const log: Logger = { debug: level('debug'), info: level('info'), warn: level('warn'), error: level('error') };
  return { lines, log };
}

/** Runs a program for so long and returns what it logged and how it ended. */
function running(program: Omit<Program, 'expressions' | 'keys'> & { keys?: readonly KeyBinding[] }, ms: number) {
  const { lines, log } = logged();
  const events: string[] = [];
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(({ expectObservable }) => {
    const all = run(
      { keys: [], expressions, ...program },
      { log, context: () => ({ connect: () => NEVER, display: 'front', log }) },
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
