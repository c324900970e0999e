import { concat, connectable, defer, EMPTY, type Observable, ReplaySubject } from 'rxjs';

/** A closing: completes when the port may be opened again; emits when nobody knows when that will be. */
export type Closing = Observable<'stuck'>;

// Of the module, not of a bus: a port is locked for this process, too.
const uses = new Map<string, 'open' | Closing>();

/** How this program uses a port now, by what its path leads to: not at all when `undefined`. */
export const useOf = (target: string): 'open' | Closing | undefined => uses.get(target);

/** Marks a port as used. */
export function enter(target: string): void {
  uses.set(target, 'open');
}

/** Runs a closing, which must not error, to its end, whoever has left meanwhile. Until then the port is in use. */
export function leave(target: string, closing: Closing): void {
  const freed = defer(() => {
    uses.delete(target);
    return EMPTY;
  });
  const running = connectable(concat(closing, freed), {
    connector: () => new ReplaySubject(1),
    resetOnDisconnect: false,
  });
  uses.set(target, running);
  running.connect();
}
