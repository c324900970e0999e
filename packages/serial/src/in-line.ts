import { catchError, concat, defer, finalize, from, ignoreElements, type Observable, repeat, Subject, tap } from 'rxjs';
import { type Party, unplugged } from './port-error.ts';
import type { PortHandle } from './serial-module.ts';

/** Bytes a read has room for. */
const ROOM = 4_096;

/** Bytes kept while nobody listens, as many as Linux keeps for a terminal; later ones are lost. */
const KEPT = 4_096;

/** The way in. It is always read: only so a lost port is noticed. */
export class InLine {
  readonly #arrivals = new Subject<Uint8Array>();
  readonly #handle: PortHandle;
  readonly #party: Party;
  #kept: Uint8Array[] = [];
  #bytes = 0;

  constructor(handle: PortHandle, party: Party) {
    this.#handle = handle;
    this.#party = party;
  }

  /** Reads while subscribed; errors when the port is lost. */
  readonly pump: Observable<never> = defer(() => {
    const buffer = Buffer.alloc(ROOM);
    return defer(() => from(this.#handle.read(buffer, 0, ROOM))).pipe(
      // A copy: the buffer is read into again before whoever listens is done with it.
      tap(({ bytesRead }) => this.#arrived(Uint8Array.from(buffer.subarray(0, bytesRead)))),
      repeat(),
      ignoreElements(),
      catchError((cause: unknown): never => {
        throw unplugged(this.#party, cause);
      }),
      finalize(() => this.#arrivals.complete()),
    );
  });

  /**
   * As `Transport.incoming`: pieces as they come, the same for all who listen. What comes while nobody does waits for
   * whoever is first, as on the emulated bus.
   */
  readonly packets: Observable<Uint8Array> = concat(
    defer(() => this.#drained()),
    this.#arrivals,
  );

  /** Tells all who listen. */
  end(error: unknown): void {
    this.#arrivals.error(error);
  }

  #arrived(chunk: Uint8Array): void {
    if (this.#arrivals.observed) this.#arrivals.next(chunk);
    else if (this.#bytes < KEPT) {
      this.#kept.push(chunk);
      this.#bytes += chunk.length;
    }
  }

  *#drained(): Generator<Uint8Array> {
    for (let chunk = this.#kept.shift(); chunk; chunk = this.#kept.shift()) {
      this.#bytes -= chunk.length;
      yield chunk;
    }
  }
}
