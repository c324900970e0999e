import type { DeviceEmulator, Transport } from '@lcdflow/core';
import { asyncScheduler, share, tap } from 'rxjs';
import { hexdump } from './hexdump.ts';

export interface TraceOptions {
  /** One packet in words. */
  readonly explain: DeviceEmulator['explain'];
  /** The clock, in ms; `asyncScheduler`'s when left out. */
  readonly now?: () => number;
}

/**
 * The same transport, with every packet written down when it has gone or come: seconds since the call, `>` to the
 * device or `<` from it, its words, and its bytes below. A packet that has not gone leaves a line with `!`.
 */
export function traced(
  transport: Transport,
  { explain, now = () => asyncScheduler.now() }: TraceOptions,
  write: (line: string) => void,
): Transport {
  const start = now();
  const time = (): string => ((now() - start) / 1000).toFixed(3).padStart(8);
  const note = (mark: '>' | '<', packet: Uint8Array): void => {
    write(`${time()} ${mark} ${explain(packet, mark === '>' ? 'out' : 'in')}`);
    for (const line of hexdump(packet)) write(`${' '.repeat(11)}${line}`);
  };
  const noteFailure = (packet: Uint8Array, error: unknown): void =>
    write(`${time()} ! ${explain(packet, 'out')}: ${error instanceof Error ? error.message : String(error)}`);

  return {
    submit: (packet) =>
      transport
        .submit(packet)
        .pipe(
          tap({ next: (completion) => note('>', completion.packet), error: (error) => noteFailure(packet, error) }),
        ),
    // Shared, so that a packet which several wait for is written once.
    incoming: transport.incoming.pipe(
      tap((packet) => note('<', packet)),
      share(),
    ),
  };
}
