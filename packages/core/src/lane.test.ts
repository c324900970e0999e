import { map, merge, NEVER, Observable, of, take, tap, timer } from 'rxjs';
import { expect, test } from 'vitest';
import { virtual } from '../test/virtual.ts';
import { Lane } from './lane.ts';

/** Work of so many ms that gives its name, and a log of how many pieces were under way when each began. */
function workshop() {
  const log: string[] = [];
  let underWay = 0;
  const work = (name: string, ms: number): Observable<string> =>
    new Observable((out) => {
      log.push(`${name} (${++underWay})`);
      out.add(() => underWay--);
      return timer(ms)
        .pipe(map(() => name))
        .subscribe(out);
    });
  return { log, work };
}

test('who asks for several pieces gets all results, and the end after the last', () => {
  const { work, log } = workshop();
  virtual(({ expectObservable }) => {
    const lane = new Lane<string>(2, 'lane');
    expectObservable(lane.pump, '20ms !').toBe('--b--a-c');
    expectObservable(lane.enqueue([work('a', 5), work('b', 2), work('c', 5)])).toBe('--b--a-(c|)');
  });
  expect(log).toEqual(['a (1)', 'b (2)', 'c (2)']);
});

test('the next piece begins after the one before has let go of what it held', () => {
  const { work, log } = workshop();
  virtual(({ expectObservable }) => {
    const lane = new Lane<string>(1, 'lane');
    expectObservable(lane.pump, '20ms !').toBe('--a-b');
    const again = lane.enqueue([work('a', 2)]).pipe(tap({ complete: () => lane.enqueue([work('b', 2)]).subscribe() }));
    expectObservable(again).toBe('--(a|)');
  });
  expect(log).toEqual(['a (1)', 'b (1)']);
});

test('work of an asker is given up when the asker leaves, also while it is being begun', () => {
  const { work, log } = workshop();
  let held = 0;
  const atOnce = new Observable<string>((out) => {
    held++;
    out.add(() => held--);
    out.next('now');
  });
  virtual(({ expectObservable }) => {
    const lane = new Lane<string>(1, 'asker');
    expectObservable(lane.pump, '20ms !').toBe('n--a', { n: 'now', a: 'a' });
    expectObservable(lane.enqueue([atOnce]).pipe(take(1))).toBe('(n|)', { n: 'now' });
    expectObservable(lane.enqueue([work('b', 3)]), '!').toBe('');
    expectObservable(lane.enqueue([work('a', 3)])).toBe('---(a|)');
  });
  expect(held).toBe(0);
  expect(log).toEqual(['b (1)', 'a (1)']);
});

test("a failure of the asker's work is the asker's alone, and takes the asker's other work along", () => {
  const { work, log } = workshop();
  const failing = timer(2).pipe(
    map((): string => {
      throw new Error('no');
    }),
  );
  virtual(({ expectObservable }) => {
    const lane = new Lane<string>(1, 'asker');
    expectObservable(lane.pump, '20ms !').toBe('-----b');
    expectObservable(lane.enqueue([failing, work('a', 1)])).toBe('--#', undefined, new Error('no'));
    expectObservable(lane.enqueue([work('b', 3)])).toBe('-----(b|)');
  });
  expect(log).toEqual(['b (1)']);
});

test('the end of the pump ends what is under way, and who asks again from there is told', () => {
  const errors: string[] = [];
  virtual(({ expectObservable }) => {
    const lane = new Lane<number>(1, 'lane');
    const told = (words: string) => ({ error: ({ message }: Error) => errors.push(`${words}: ${message}`) });
    const stubborn = lane.enqueue([NEVER]).pipe(tap({ error: () => lane.enqueue([of(1)]).subscribe(told('again')) }));
    expectObservable(lane.pump, '---!').toBe('');
    expectObservable(merge(stubborn)).toBe('---#', undefined, expect.anything());
  });
  expect(errors).toEqual(['again: the queue is closed']);
});
