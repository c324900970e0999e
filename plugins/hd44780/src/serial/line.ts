import type { Completion, Transport } from '@lcdflow/core';
import { concat, concatMap, defer, ignoreElements, mergeMap, type Observable, of, timer } from 'rxjs';
import { keyCodes } from '../decode.ts';
import type { Backpack } from './backpacks.ts';
import { piecesOf } from './encode.ts';

/** No byte is it. */
const NO_BYTE = -1;

/** A line to a backpack: slow ones get their pauses, and what comes in is cut into keys. */
export const lineTo = (backpack: Backpack, transport: Transport): Transport => ({
  submit: (packet) => (backpack.pause === undefined ? transport.submit(packet) : slowly(packet, backpack, transport)),
  incoming: codesIn(transport.incoming, backpack.keypad?.prefix ?? NO_BYTE),
});

/** Piece by piece: the packet has gone when the pause behind its last piece is over. */
const slowly = (packet: Uint8Array, backpack: Backpack, transport: Transport): Observable<Completion> =>
  concat(
    defer(() => piecesOf(packet, backpack)).pipe(
      concatMap(([piece, pause]) => concat(transport.submit(piece), pause > 0 ? timer(pause) : of(0))),
      ignoreElements(),
    ),
    of({ packet, bytes: packet.length }),
  );

/** Each key's byte as a packet of its own. */
const codesIn = (chunks: Observable<Uint8Array>, prefix: number): Observable<Uint8Array> =>
  defer(() => {
    const codes = keyCodes(prefix);
    return chunks.pipe(mergeMap((chunk) => codes(chunk).map((code) => Uint8Array.of(code))));
  });
