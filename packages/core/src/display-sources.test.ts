import { concat, map, NEVER, type Observable, of, Subject, switchMap, tap, throwError, timer } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { virtual } from '../test/virtual.ts';
import { displaySources } from './display-sources.ts';
import { LcdError } from './errors.ts';
import type { Display, Model, Readings } from './types.ts';

const model: Model = { name: '1x1', width: 1, height: 1, cell: 'pixel', colors: 2, keys: [], controls: [] };
const measuring: Model = { ...model, readings: { heat: { unit: '°C', meaning: 'How warm it is' } } };
const display = (readings?: Observable<Readings>): Display => ({
  ...{ width: 1, height: 1, cell: 'pixel', write: () => NEVER },
  ...(readings && { readings }),
});
const context = { ticks: () => NEVER, log: { debug() {}, info() {}, warn() {}, error() {} } };
const sources = () => displaySources([{ name: 'front', model: measuring }]);
/** `a` for heat 1, `-` for none. */
const letters = (readings: Observable<Readings>) => readings.pipe(map(({ heat }) => String(heat ?? 'none')));
const N = { n: 'none' };

describe('displaySources', () => {
  test('a source for each display that measures, with what its model says', () => {
    const { plans } = displaySources([
      { name: 'side', model },
      { name: 'front', model: measuring },
    ]);
    expect(plans.map(({ name, source }) => [name, source.describe])).toEqual([['front', measuring.readings]]);
  });

  test('no readings before it is open, while it is lost, and after', () => {
    const { plans, heard } = sources();
    const [{ source }] = plans as [(typeof plans)[number]];
    virtual(({ cold, expectObservable }) => {
      const opening = cold('--a', { a: display(cold('-1-2', { 1: { heat: '1' }, 2: { heat: '2' } })) });
      expectObservable(
        opening.pipe(
          heard('front'),
          map(() => ''),
        ),
        '-------!',
      ).toBe('--a', { a: '' });
      expectObservable(letters(source.read({} as never, context))).toBe('n--1-2-n', { ...N, 1: '1', 2: '2' });
    });
  });

  test('opened again, its new readings are heard', () => {
    const { plans, heard } = sources();
    const [{ source }] = plans as [(typeof plans)[number]];
    virtual(({ cold, expectObservable }) => {
      const first = display(cold('-1', { 1: { heat: '1' } }));
      const second = display(cold('-2', { 2: { heat: '2' } }));
      const opened = concat(
        cold('a--|', { a: first }).pipe(heard('front')),
        cold('-b', { b: second }).pipe(heard('front')),
      );
      expectObservable(opened.pipe(switchMap(() => NEVER)), '9ms !').toBe('');
      expectObservable(letters(source.read({} as never, context)), '8ms !').toBe('n1-n-2', { ...N, 1: '1', 2: '2' });
    });
  });

  test('listening opens nothing, and nothing is measured while nobody listens', () => {
    const { plans, heard } = sources();
    const [{ source }] = plans as [(typeof plans)[number]];
    const readings = new Subject<Readings>();
    const listening = source.read({} as never, context).subscribe();
    expect(readings.observed).toBe(false);
    const open = concat(of(display(readings)), NEVER)
      .pipe(heard('front'))
      .subscribe();
    expect(readings.observed).toBe(true);
    listening.unsubscribe();
    expect(readings.observed).toBe(false);
    open.unsubscribe();
  });

  test('that the device is gone is told by who runs it; what is wrong with a reading by the source', () => {
    const gone = new LcdError('disconnected', 'unplugged');
    const wrong = new Error('no number');
    for (const [error, marbles] of [
      [gone, 'n--n'],
      [wrong, 'n--#'],
    ] as const) {
      const { plans, heard } = sources();
      const failing = timer(3).pipe(switchMap(() => throwError(() => error)));
      virtual(({ cold, expectObservable }) => {
        expectObservable(
          cold('a', { a: display(failing) }).pipe(
            heard('front'),
            switchMap(() => NEVER),
          ),
          '9ms !',
        ).toBe('');
        expectObservable(letters(plans[0]!.source.read({} as never, context)), '5ms !').toBe(marbles, N, wrong);
      });
    }
  });

  test('a display that measures nothing is let through', () => {
    const seen: Display[] = [];
    const open = of(display()).pipe(
      sources().heard('nobody'),
      tap((one) => seen.push(one)),
    );
    open.subscribe();
    expect(seen).toHaveLength(1);
  });
});
