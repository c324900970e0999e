import { asapScheduler, interval, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import { VirtualScheduler } from './virtual-scheduler.ts';

/** At 10 ms a timer begins an immediate, which ends an interval that is due as well. */
function endsWhatIsDue(scheduler: TestScheduler): readonly number[] {
  const seen: number[] = [];
  scheduler.run(() => {
    timer(10).subscribe(() => asapScheduler.schedule(() => running.unsubscribe()));
    const running = interval(10).subscribe(() => seen.push(scheduler.now()));
    timer(30).subscribe(() => seen.push(scheduler.now()));
  });
  return seen;
}

test('an immediate may end an interval that is due at the same time', () => {
  expect(endsWhatIsDue(new VirtualScheduler())).toEqual([30]);
  expect(() => endsWhatIsDue(new TestScheduler(() => {}))).toThrow('Expected a due immediate');
});

test('what a turn throws is thrown', () => {
  const scheduler = new VirtualScheduler();
  const fails = () =>
    scheduler.run(() => {
      scheduler.schedule(() => {
        throw new Error('mine');
      }, 5);
    });
  expect(fails).toThrow('mine');
});
