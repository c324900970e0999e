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

/** `room`: how many packets may wait while nobody reads; later ones are lost, as a full device loses them. */
export function inEndpoint(room: number): InEndpoint {
  const waiting: Uint8Array[] = [];
  const readers = new Set<Subscriber<Uint8Array>>();
  const arrivals = new Subject<Uint8Array>();
  let lost = 0;
  let failure: Error | undefined;

  function deliver(packet: Uint8Array): void {
    const [reader] = readers;
    if (reader) hand(reader, packet);
    else if (arrivals.observed) arrivals.next(packet);
    else if (waiting.length < room) waiting.push(packet);
    else lost += 1;
  }
  function hand(reader: Subscriber<Uint8Array>, packet: Uint8Array): void {
    readers.delete(reader);
    reader.next(packet);
    reader.complete();
  }
  function* drain(): Generator<Uint8Array> {
    for (let next = waiting.shift(); next; next = waiting.shift()) yield next;
  }
  const packet = new Observable<Uint8Array>((reader) => {
    const next = waiting.shift();
    if (next) hand(reader, next);
    else if (failure) reader.error(failure);
    else readers.add(reader);
    return () => readers.delete(reader);
  });

  return {
    packets: concat(defer(drain), arrivals),
    packet,
    deliver: (packets) => {
      if (!failure) packets.forEach(deliver);
    },
    lost: () => lost,
    fail: (error) => {
      failure ??= error;
      waiting.length = 0;
      for (const reader of [...readers]) reader.error(error);
      arrivals.error(error);
    },
  };
}
