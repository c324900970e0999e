import type { Transport } from '@lcdflow/core';
import { defer, merge, type Observable, of, tap } from 'rxjs';
import { hangUp } from './hang-up.ts';
import { InLine } from './in-line.ts';
import type { OutLine } from './out-line.ts';
import type { Party } from './port-error.ts';
import type { PortHandle } from './serial-module.ts';

/** Keeps an open port going while subscribed. Neither way waits for the other. */
export function connection(handle: PortHandle, output: OutLine, party: Party): Observable<Transport> {
  return defer(() => {
    const input = new InLine(handle, party);
    const transport: Transport = { submit: (packet) => output.submit(packet), incoming: input.packets };
    // Whichever notices the loss first: whoever uses the others is told the same.
    const ends = { error: (error: unknown) => [input, output].forEach((way) => void way.end(error)) };
    return merge(merge(hangUp(handle, party), output.pump, input.pump).pipe(tap(ends)), of(transport));
  });
}
