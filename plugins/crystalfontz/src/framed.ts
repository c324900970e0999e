import { type Parsed, packets, type Transport } from '@lcdflow/core';
import { asyncScheduler, defer, Observable, share, switchMap, tap } from 'rxjs';
import { LONGEST, parsePacket } from './packet.ts';

/**
 * How long a line is quiet, in ms, before half a packet is taken as noise: longer than a byte takes at 19200 Bd and than
 * a USB converter holds bytes back (16 ms), shorter than the wait for an answer.
 */
const QUIET = 60;
const NOTHING = new Uint8Array();

/**
 * The same line with whole packets coming in. Noise that looks like the begin of a packet hides what comes behind it only
 * until the line is quiet. `onSkipped` is told of bytes that belong to none.
 */
export const framed = (line: Transport, onSkipped: (bytes: number) => void): Transport => ({
  submit: (packet) => line.submit(packet),
  // Half a packet is kept between pieces: all who listen share it.
  incoming: packetsOn(line.incoming, onSkipped).pipe(share()),
});

const packetsOn = (pieces: Observable<Uint8Array>, garbage: (bytes: number) => void): Observable<Uint8Array> =>
  defer(() => {
    let isQuiet = false;
    let isHalf = false;
    const parse = (bytes: Uint8Array): Parsed<Uint8Array> => {
      const parsed = parsePacket(bytes);
      isHalf = parsed === 'more' && !isQuiet;
      return parsed === 'more' && isQuiet ? { skip: 1 } : parsed;
    };
    const withQuiet = (piece: Uint8Array): Observable<Uint8Array> =>
      new Observable((parser) => {
        parser.next(piece);
        if (!isHalf) return parser.complete();
        return asyncScheduler.schedule(() => {
          parser.next(NOTHING);
          parser.complete();
        }, QUIET);
      });
    return pieces.pipe(
      switchMap(withQuiet),
      tap((piece) => {
        isQuiet = piece === NOTHING;
      }),
      packets(parse, { max: LONGEST, garbage }),
    );
  });
