import { asapScheduler, Observable, type Observer, type Subscriber, type Subscription, share } from 'rxjs';
import { LcdError } from './errors.ts';

/** Whose work it is. Work of the `lane` is carried through even if the asker leaves, and its failure ends the lane. */
export type Owner = 'lane' | 'asker';

/**
 * Work that is begun in order, at most `limit` pieces at a time: each that ends begins the next. Work that belongs to
 * the `asker` is given up when the asker leaves, and its failure is the asker's alone.
 *
 * Every packet of every display comes through here, most of them when the processor has just woken up for it. So it is
 * one observer for each piece of work, and no chain of operators.
 */
export class Lane<T> {
  // A set keeps the order.
  readonly #waiting = new Set<Job<T>>();
  readonly #begun = new Set<Job<T>>();
  readonly #limit: number;
  readonly #owner: Owner;
  #results: Subscriber<T> | undefined;
  #begins = false;

  constructor(limit: number, owner: Owner) {
    this.#limit = limit;
    this.#owner = owner;
  }

  /** Runs the work while subscribed and emits all results. When it ends, whoever still waits gets what ended it, or `disconnected`. */
  readonly pump: Observable<T> = new Observable<T>((results) => {
    this.#results = results;
    return () => this.#end(closed());
  }).pipe(share());

  /** When subscribed, lines works up; emits their results and completes after the last. Leaving before one has begun takes it back. */
  enqueue(works: readonly Observable<T>[]): Observable<T> {
    return new Observable((asker) => {
      if (!this.#results) return asker.error(closed());
      if (works.length === 0) return asker.complete();
      const ask = { asker, left: works.length };
      const jobs = works.map((work) => new Job(work, ask, this.#ended));
      for (const job of jobs) this.#waiting.add(job);
      asker.add(() => this.#leave(jobs));
      this.#begin();
    });
  }

  /** Work that is done at once does not recurse into the next. */
  #begin(): void {
    if (this.#begins) return;
    this.#begins = true;
    for (const job of this.#waiting) {
      if (!this.#results || this.#begun.size >= this.#limit) break;
      this.#waiting.delete(job);
      this.#begun.add(job);
      job.begin(this.#results);
    }
    this.#begins = false;
  }

  readonly #ended: Ended<T> = (job, failure) => {
    this.#begun.delete(job);
    if (failure && this.#owner === 'lane') this.#fail(failure.error);
    else if (this.#owner === 'lane') this.#begin();
    // Not at once: who gives one piece of work up may be about to take back others.
    else asapScheduler.schedule(() => this.#begin());
  };

  #leave(jobs: readonly Job<T>[]): void {
    for (const job of jobs) {
      this.#waiting.delete(job);
      if (this.#owner === 'asker') job.giveUp();
    }
  }

  #fail(error: unknown): void {
    const results = this.#results;
    this.#end(error);
    results?.error(error);
  }

  #end(error: unknown): void {
    const [begun, waiting] = [[...this.#begun], [...this.#waiting]];
    this.#results = undefined;
    this.#begun.clear();
    this.#waiting.clear();
    for (const job of begun) job.giveUp();
    for (const job of [...begun, ...waiting]) job.ask.asker.error(error);
  }
}

/** Somebody who waits for results. */
interface Ask<T> {
  readonly asker: Subscriber<T>;
  /** Works that have not ended. */
  left: number;
}

/** Is told when a piece of work has ended and let go of what it held. */
type Ended<T> = (job: Job<T>, failure?: { readonly error: unknown }) => void;

/** A piece of work, and the observer of it. */
class Job<T> implements Observer<T> {
  readonly #work: Observable<T>;
  readonly #ended: Ended<T>;
  readonly ask: Ask<T>;
  #results: Subscriber<T> | undefined;
  #running: Subscription | undefined;
  #failure: { readonly error: unknown } | undefined;
  #isGivenUp = false;

  constructor(work: Observable<T>, ask: Ask<T>, ended: Ended<T>) {
    this.#work = work;
    this.ask = ask;
    this.#ended = ended;
  }

  begin(results: Subscriber<T>): void {
    this.#results = results;
    this.#running = this.#work.subscribe(this);
    if (this.#isGivenUp) this.#running.unsubscribe();
    this.#running.add(() => this.#ended(this, this.#failure));
  }

  /** Also while it is being begun. */
  giveUp(): void {
    this.#isGivenUp = true;
    this.#running?.unsubscribe();
  }

  next(value: T): void {
    this.ask.asker.next(value);
    this.#results!.next(value);
  }

  error(error: unknown): void {
    this.#failure = { error };
    this.ask.asker.error(error);
  }

  complete(): void {
    this.ask.left--;
    if (this.ask.left === 0) this.ask.asker.complete();
  }
}

const closed = () => new LcdError('disconnected', 'the queue is closed');
