import { asapScheduler } from 'rxjs';

/** Who waits until what is there now has been written. */
export interface Waiting {
  done(): void;
  failed(error: Error): void;
}

/**
 * Writes one text after the other: the next is composed when the one before has gone, so a slow terminal gets fewer
 * and newer pictures. All that is asked for in one turn goes together.
 */
export class PacedOutput {
  readonly #deliver: (text: string, done: (error?: Error | null) => void) => void;
  readonly #compose: () => string;
  #waiting: Waiting[] = [];
  #asked = false;
  #busy = false;

  /**
   * @param deliver hands a text over and reports when it has gone
   * @param compose makes the text to write now; may be empty
   */
  constructor(deliver: (text: string, done: (error?: Error | null) => void) => void, compose: () => string) {
    this.#deliver = deliver;
    this.#compose = compose;
  }

  /** Asks for a text to be composed and written soon. */
  request(waiting?: Waiting): void {
    this.#asked = true;
    if (waiting) this.#waiting.push(waiting);
    if (this.#busy) return;
    this.#busy = true;
    asapScheduler.schedule(() => this.#write());
  }

  #write(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#asked = false;
    const text = this.#compose();
    const written = (error?: Error | null) => {
      this.#busy = false;
      for (const one of waiting) error ? one.failed(error) : one.done();
      if (this.#asked) this.request();
    };
    if (text === '') written();
    else this.#deliver(text, written);
  }
}
