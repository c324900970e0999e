import { concat, defer, finalize, ignoreElements, map, NEVER, type Observable, of, tap, throwError, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, test } from 'vitest';
import { expressions, leaf, logged, NO_OPTIONS, page, panel, show, widget, word } from '../test/programs.ts';
import { defineSource } from './define.ts';
import { LcdError } from './errors.ts';
import type { DisplayPlan, Farewell, Program } from './program.ts';
import { run } from './run.ts';
import type { Display } from './types.ts';

const BLANK: Farewell = { levels: {} };
const says = (text: string) => page(leaf(widget(text, () => of(word(text)))));
const hi = says('hi');

/** Runs displays until `stop` ms and returns what happened, when, and what was logged. */
function stopped(displays: readonly DisplayPlan[], stop: number, sources: Program['sources'] = []) {
  const { lines, log } = logged();
  const events: string[] = [];
  const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
  scheduler.run(({ flush }) => {
    const host = { log, context: () => ({ connect: () => NEVER, display: 'front', log }) };
    const told = (kind: string) => events.push(`${scheduler.now()} ${kind}`);
    run({ displays, sources, keys: [], expressions }, host, { stop: timer(stop), areas: true }).subscribe({
      next: ({ kind, name }) => told(`${kind} ${name}`),
      error: () => told('error'),
      complete: () => told('|'),
    });
    flush();
  });
  return { events, lines };
}

/** Opens as `then` says and remembers whether it is open. */
function watched(then: Observable<never> = NEVER) {
  let isOpen = false;
  const open = (display: Display) =>
    concat(of(display), then).pipe(
      tap(() => {
        isOpen = true;
      }),
      finalize(() => {
        isOpen = false;
      }),
    );
  return { open, isOpen: () => isOpen };
}

describe('farewell', () => {
  test('the page, then the levels, then the display is closed and the run is over', () => {
    const levels: string[] = [];
    const set = (name: string) => (level: number) => timer(5).pipe(tap(() => levels.push(`${name} ${level}`)));
    const { open, isOpen } = watched();
    const { plan, shows } = panel({ open, controls: { backlight: set('backlight'), led1: set('led1') } });
    const farewell = { page: says('bye'), levels: { backlight: 0.2, led1: 0 } };
    const { events, lines } = stopped([{ ...plan(hi), farewell }], 50);
    expect(shows).toEqual(['hi  ', 'bye ']);
    expect(levels).toEqual(['backlight 0.2', 'led1 0']);
    expect(events).toEqual(['0 opened front', '1 shown front', '51 shown front', '61 closed front', '61 |']);
    expect([isOpen(), lines]).toEqual([false, []]);
  });

  test('blank in the middle of a repaint: what is on its way arrives, the rest is blank', () => {
    const { plan, shows } = panel({ tile: { width: 1, height: 1 }, pace: 10 });
    const { events } = stopped([{ ...plan(says('hiho')), farewell: BLANK }], 25);
    expect(shows).toEqual(['h   ', 'hi  ', 'hih ', 'hih ', ' ih ', '  h ', '    ']);
    expect(events.slice(-2)).toEqual(['70 closed front', '70 |']);
  });

  test('without one the last picture is finished and stays', () => {
    const { plan, shows } = panel({ tile: { width: 2, height: 1 }, pace: 10 });
    const { events } = stopped([plan(says('hiho'))], 5);
    expect(shows).toEqual(['hi  ', 'hiho']);
    expect(events.slice(-2)).toEqual(['20 closed front', '20 |']);
  });

  test('a page has a tenth of a second for its readings', () => {
    const late = { describe: { value: { unit: '', meaning: 'a number' } }, options: NO_OPTIONS, meaning: 'late' };
    const source = defineSource({ name: 's', ...late, read: () => timer(60).pipe(map(() => ({ value: 42 }))) });
    const { plan, shows } = panel();
    const farewell = { page: page(leaf(show('s'))), levels: {} };
    stopped([{ ...plan(hi), farewell }], 50, [{ name: 's', source, options: {} }]);
    expect(shows).toEqual(['hi  ', '-   ', '42  ']);
  });

  test('a page that is also one of its own goes on as it was', () => {
    let renders = 0;
    const graph = widget(
      'graph',
      () =>
        concat(
          defer(() => of(word(String(++renders)))),
          NEVER,
        ),
      { background: true },
    );
    const { plan, shows } = panel();
    const own = page(leaf(graph));
    stopped([{ ...plan(hi, own), farewell: { page: own, levels: {} } }], 50);
    expect([shows, renders]).toEqual([['hi  ', '1   '], 1]);
  });

  test('a page whose words never change is shown until then', () => {
    const { plan, shows } = panel({ keys: of({ key: 'next', pressed: true }) });
    stopped([{ ...plan(hi), farewell: BLANK }], 1_000);
    expect(shows).toEqual(['hi  ', '    ']);
  });
});

describe('a display that takes no farewell delays nobody', () => {
  const other = () => ({ ...panel().plan(hi), name: 'other', farewell: BLANK });

  test('one that never answers is closed after two seconds', () => {
    const { open, isOpen } = watched();
    const stuck = panel({ open, pace: 1_000_000 }).plan(hi);
    const { events, lines } = stopped([{ ...stuck, farewell: BLANK }, other()], 50);
    expect(events).toEqual([
      ...['0 opened front', '0 opened other', '1 shown other'],
      ...['51 shown other', '51 closed other', '2050 |'],
    ]);
    expect([isOpen(), lines]).toEqual([false, ['warn front: has not shown its farewell within 2000 ms']]);
  });

  test('one whose backlight never answers', () => {
    const stuck = panel({ controls: { backlight: () => NEVER } }).plan(hi);
    const { events } = stopped([{ ...stuck, farewell: { levels: { backlight: 0 } } }], 50);
    expect(events.at(-1)).toBe('2050 |');
  });

  test('one that is lost in the middle of it is not opened again', () => {
    const broken = throwError(() => new LcdError('disconnected', 'unplugged'));
    const lost = concat(timer(55).pipe(ignoreElements()), broken);
    const { plan, opened } = panel({ open: watched(lost).open, pace: 10 });
    const { events, lines } = stopped([{ ...plan(hi), farewell: BLANK }, other()], 50);
    expect(events.slice(3)).toEqual(['10 shown front', '51 shown other', '51 closed other', '55 |']);
    expect([opened(), lines]).toEqual([1, ['warn front: unplugged']]);
  });

  test('one that is waited for is not waited for any more', () => {
    const absent = panel({ open: () => throwError(() => new LcdError('not-found', 'no such panel')) });
    const { events } = stopped([{ ...absent.plan(hi), farewell: BLANK }], 1_500);
    expect(events).toEqual(['0 lost front', '1000 lost front', '1500 |']);
  });

  test('one that fails for good is told', () => {
    const broken = throwError(() => new LcdError('protocol', 'nonsense'));
    const { plan } = panel({ controls: { backlight: () => broken } });
    const { events, lines } = stopped([{ ...plan(hi), farewell: { levels: { backlight: 0 } } }], 50);
    expect(events.slice(-2)).toEqual(['51 failed front', '51 |']);
    expect(lines).toEqual(['error front: nonsense']);
  });
});

test('a run that is stopped before it has begun is over', () => {
  const { plan, shows } = panel();
  const { log } = logged();
  const events: string[] = [];
  const host = { log, context: () => ({ connect: () => NEVER, display: 'front', log }) };
  run({ displays: [plan(hi)], sources: [], keys: [], expressions }, host, { stop: of(0) }).subscribe({
    next: ({ kind }) => events.push(kind),
    complete: () => events.push('|'),
  });
  expect([events, shows]).toEqual([['|'], []]);
});
