import { AsyncResource, createHook, executionAsyncId } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';
import { defer, map, type Observable, type SchedulerAction, type SchedulerLike, Subscription, subscribeOn } from 'rxjs';

/** A value and what it has cost since the one before. */
export interface Costed<T> {
  readonly value: T;
  /** µs in which this program did nothing else; what threads, other programs and the kernel did for it is not in it. */
  readonly cost: number;
}

interface Account {
  spent: number;
}

/** Tells whose work the program does at any time: all that somebody's callbacks and promises lead to is theirs. */
class Meter {
  readonly #owners = new Map<number, Account>();
  /** Work that was interrupted by work within it. */
  readonly #outer: (Account | undefined)[] = [];
  #current: Account | undefined;
  #since: number;
  readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
    this.#since = now();
    createHook({
      init: (id) => {
        const owner = this.#owners.get(executionAsyncId());
        if (owner) this.#owners.set(id, owner);
      },
      before: (id) => {
        this.#outer.push(this.#current);
        this.#turnTo(this.#owners.get(id));
      },
      after: () => this.#turnTo(this.#outer.pop()),
      destroy: (id) => this.#owners.delete(id),
    }).enable();
  }

  /** Runs something at the expense of an account. */
  run<T>(account: Account, work: () => T): T {
    const scope = new AsyncResource('lcdflow.cost');
    this.#owners.set(scope.asyncId(), account);
    return scope.runInAsyncScope(work);
  }

  /** What an account has spent by now, in ms. */
  spent(account: Account): number {
    this.#turnTo(this.#current);
    return account.spent;
  }

  #turnTo(next: Account | undefined): void {
    const now = this.now();
    if (this.#current) this.#current.spent += now - this.#since;
    this.#current = next;
    this.#since = now;
  }
}

/** Runs what it is given at once, at the expense of an account. */
const within = (meter: Meter, account: Account): SchedulerLike => ({
  now: () => meter.now(),
  schedule: <T>(work: (this: SchedulerAction<T>, state: T) => void) => {
    meter.run(account, () => work.call(undefined as never, undefined as never));
    return Subscription.EMPTY;
  },
});

/**
 * What adds to each value of a stream what it has cost; of several streams, to each its own. From now on the whole program
 * runs slower. `now` is a clock in ms.
 */
export function costMeter(now: () => number = () => performance.now()) {
  const meter = new Meter(now);
  return <T>(stream: Observable<T>): Observable<Costed<T>> =>
    defer(() => {
      const account: Account = { spent: 0 };
      let before = 0;
      return stream.pipe(
        map((value) => {
          const spent = meter.spent(account);
          const cost = (spent - before) * 1_000;
          before = spent;
          return { value, cost };
        }),
        subscribeOn(within(meter, account)),
      );
    });
}
