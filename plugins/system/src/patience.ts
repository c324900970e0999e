import { defer, from, type Observable, of, timeout } from 'rxjs';

/** How long (ms) one thing is waited for. */
const PATIENCE = 500;

/** Asks a thing by its name; `undefined` while it does not answer. */
export type AskPatiently = <T>(name: string, ask: () => Promise<T>) => Observable<T | undefined>;

/**
 * For many things that may hang, asked one after the other: one that does not answer within half a second is passed
 * over and not asked again until it has answered. When `most` of them hang, nobody else is asked: Node.js has four
 * threads for files, and others need some.
 */
export function patience(most = 2): AskPatiently {
  const open = new Set<string>();
  return (name, ask) =>
    defer(() => {
      if (open.has(name) || open.size >= most) return of(undefined);
      open.add(name);
      const answer = ask().finally(() => open.delete(name));
      return from(answer).pipe(timeout({ first: PATIENCE, with: () => of(undefined) }));
    });
}
