import { type Pending, STATUS } from './fake-transfer.ts';

/** How the device answers an OUT packet: takes it, or as named; `short` takes half, `silence` never answers. */
export type Answer = 'ok' | 'stall' | 'error' | 'short' | 'silence' | 'odd';

/** What the endpoint shares with its device. */
interface Owner {
  readonly waiting: ReadonlySet<Pending>;
  readonly wire: Uint8Array[];
  readonly answers: Answer[];
}

/** The OUT endpoint 0x01 of a fake device: while a packet waits, one is served every 8 ms. */
export class FakeOut {
  stopped = false;
  #ticking = false;
  readonly #owner: Owner;
  readonly #halted: Set<number>;
  readonly #later: (ms: number, callback: () => void) => void;

  constructor(owner: Owner, halted: Set<number>, later: (ms: number, callback: () => void) => void) {
    this.#owner = owner;
    this.#halted = halted;
    this.#later = later;
  }

  kick(): void {
    if (this.#ticking || !this.#next()) return;
    this.#ticking = true;
    this.#later(8, () => {
      this.#ticking = false;
      const next = this.#next();
      if (!next || this.stopped || this.#halted.has(0x01)) return;
      const answer = this.#owner.answers.shift() ?? 'ok';
      if (answer === 'silence') next.transfer.silent = true;
      else this.#answer(next, answer);
    });
  }

  /** The oldest that is not being cancelled; none while the device does not answer it. */
  #next(): Pending | undefined {
    const waiting = [...this.#owner.waiting];
    const next = waiting.find(({ transfer }) => transfer.address === 0x01 && !transfer.cancelled);
    return next?.transfer.silent ? undefined : next;
  }

  #answer({ buffer, finish }: Pending, answer: Exclude<Answer, 'silence'>): void {
    const bytes = answer === 'ok' ? buffer.length : answer === 'short' ? buffer.length >> 1 : 0;
    if (answer === 'stall') this.#halt();
    // The device reads the buffer only now: whoever wrote to it meanwhile has spoilt the packet.
    if (bytes > 0) this.#owner.wire.push(Uint8Array.from(buffer.subarray(0, bytes)));
    finish(STATUS[answer], bytes);
  }

  /** What was to be cancelled does not get through any more. */
  #halt(): void {
    this.#halted.add(0x01);
    for (const { transfer, finish } of this.#owner.waiting)
      if (transfer.tooLate) this.#later(1, () => finish(STATUS.cancelled, 0));
  }
}
