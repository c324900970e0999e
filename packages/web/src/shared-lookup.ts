import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';

type Answer = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;
type Lookup = (name: string, options: LookupOptions, answer: Answer) => void;

/** So many wait for the address of one name at once; of those before nobody is there any more. */
const MOST = 64;

/**
 * Finds addresses of names; of several questions for one name at a time only one is asked. It cannot be taken back: while
 * name servers are silent each takes a thread for half a minute, and without end more of them would pile up.
 */
export function sharedLookup(ask: Lookup = lookup): LookupFunction {
  const open = new Map<string, Answer[]>();
  return (name, options, answer) => {
    const key = JSON.stringify([name, options]);
    const waiting = open.get(key);
    if (waiting !== undefined) {
      waiting.push(answer);
      if (waiting.length > MOST) waiting.shift()!(Object.assign(new Error('too many wait'), { code: 'EAI_AGAIN' }), []);
      return;
    }
    open.set(key, [answer]);
    ask(name, options, (...found) => {
      const all = open.get(key)!;
      open.delete(key);
      for (const one of all) one(...found);
    });
  };
}
