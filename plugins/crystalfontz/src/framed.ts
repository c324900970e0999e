import type { Transport } from '@lcdflow/core';
import { mergeMap, of, share, tap } from 'rxjs';
import { parsePacket } from './packet.ts';
import { packets } from './packets.ts';

/**
 * How long a line is quiet, in ms, before half a packet is taken as noise: longer than a byte takes at 19200 Bd and than
 * a USB converter holds bytes back (16 ms), shorter than the wait for an answer.
 */
const QUIET = 60;

/** The same line with whole packets coming in. `onSkipped` is told of bytes that belong to none. */
export function framed(line: Transport, onSkipped: (bytes: number) => void): Transport {
  const incoming = line.incoming.pipe(
    packets(parsePacket, QUIET),
    tap((found) => {
      if ('skipped' in found) onSkipped(found.skipped);
    }),
    mergeMap((found) => ('packet' in found ? of(found.packet) : [])),
    // Half a packet is kept between chunks: all who listen share it.
    share(),
  );
  return { submit: (packet) => line.submit(packet), incoming };
}
