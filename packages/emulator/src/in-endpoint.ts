import { concat, defer, Observable, Subject, type Subscriber } from 'rxjs';

/** The way from the device: what nobody reads waits, up to a limit. */
export interface InEndpoint {
  /** What waits goes to the first who subscribes, what comes later to all. */
  readonly packets: Observable<Uint8Array>;
  /** One packet, as an IN transfer: pending until there is one. Those who read get one each, in order. */
  readonly packet: Observable<Uint8Array>;
  deliver(packets: readonly Uint8Array[]): void;
  /** Packets that found no room. */
  lost(): number;
  /** Ends everything; what waits is gone. */
  fail(error: Error): void;
}

/** Those who wait for one packet each. */
class Readers {
  readonly #readers = new Set<Subscriber<Uint8Array>>();

  add(reader: Subscriber<Uint8Array>): () => void {
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  }

  /** Gives a packet to who has waited longest; `false` when nobody does. */
  give(packet: Uint8Array): boolean {
    const [reader] = this.#readers;
    if (!reader) return false;
    this.#readers.delete(reader);
    reader.next(packet);
    reader.complete();
    return true;
  }

  fail(error: Error): void {
    for (const reader of [...this.#readers]) reader.error(error);
  }
}

/** `room`: how many packets may wait while nobody reads; later ones are lost, as a full device loses them. */
export function inEndpoint(room: number): InEndpoint {
  const waiting: Uint8Array[] = [];
  const readers = new Readers();
  const arrivals = new Subject<Uint8Array>();
  let lost = 0;
  let failure: Error | undefined;

  function deliver(packet: Uint8Array): void {
    if (readers.give(packet)) return;
    if (arrivals.observed) arrivals.next(packet);
    else if (waiting.length < room) waiting.push(packet);
    else lost += 1;
  }
  function* drain(): Generator<Uint8Array> {
    for (let next = waiting.shift(); next; next = waiting.shift()) yield next;
  }

  return {
    packets: concat(defer(drain), arrivals),
    packet: new Observable((reader) => {
      if (failure) reader.error(failure);
      const taken = readers.add(reader);
      const next = waiting.shift();
      if (next) readers.give(next);
      return taken;
    }),
    deliver: (packets) => {
      if (!failure) packets.forEach(deliver);
    },
    lost: () => lost,
    fail: (error) => {
      failure ??= error;
      waiting.length = 0;
      readers.fail(error);
      arrivals.error(error);
    },
  };
}
