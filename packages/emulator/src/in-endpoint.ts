import { concat, defer, type Observable, Subject } from 'rxjs';

/** The way from the device: what nobody reads waits, up to a limit. */
export interface InEndpoint {
  /** What waits goes to the first who subscribes, what comes later to all. */
  readonly packets: Observable<Uint8Array>;
  deliver(packets: readonly Uint8Array[]): void;
  /** Packets that found no room. */
  lost(): number;
  /** Ends everything; what waits is gone. */
  fail(error: Error): void;
}

/** `room`: how many packets may wait while nobody reads; later ones are lost, as a full device loses them. */
export function inEndpoint(room: number): InEndpoint {
  const waiting: Uint8Array[] = [];
  const arrivals = new Subject<Uint8Array>();
  let lost = 0;
  let failed = false;

  function deliver(packet: Uint8Array): void {
    if (arrivals.observed) arrivals.next(packet);
    else if (waiting.length < room) waiting.push(packet);
    else lost += 1;
  }
  function* drain(): Generator<Uint8Array> {
    for (let next = waiting.shift(); next; next = waiting.shift()) yield next;
  }

  return {
    packets: concat(defer(drain), arrivals),
    deliver: (packets) => {
      if (!failed) packets.forEach(deliver);
    },
    lost: () => lost,
    fail: (error) => {
      failed = true;
      waiting.length = 0;
      arrivals.error(error);
    },
  };
}
