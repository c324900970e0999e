import { map, takeUntil, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import { historyStream } from './history-stream.ts';

test('each expression has its own past, and all move with the same slices', () => {
  const shown: string[] = [];
  const scheduler = new TestScheduler(() => {});
  scheduler.run(({ cold }) => {
    const streams = {
      a: timer(100, 1000).pipe(map((second) => ({ value: second * 10 }))),
      b: cold('1500ms x', { x: { value: 7 } }),
    };
    const context = {
      ticks: (every: number) => timer(0, every).pipe(map((index) => index * every)),
      value: (name: string) => streams[name as 'a' | 'b'],
    };
    historyStream(['a', 'b'], '3s', 3, context)
      .pipe(
        takeUntil(timer(2150)),
        map((past) => past.map(({ values }) => values.map((one) => one ?? '-').join(' ')).join(' | ')),
      )
      .subscribe((line) => void shown.push(`${scheduler.now()}: ${line}`));
  });
  expect(shown.slice(0, 7)).toEqual([
    '0: - - - | - - -',
    '100: - - 0 | - - -',
    '1000: - 0 0 | - - -',
    '1100: - 0 10 | - - -',
    '1500: - 0 10 | - - 7',
    '2000: 0 10 10 | - 7 7',
    '2100: 0 10 20 | - 7 7',
  ]);
});
