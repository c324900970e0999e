import type { DeviceEmulator, Logger } from '@lcdflow/core';
import { type EmulatedPanel, emulate } from '@lcdflow/emulator';
import { type FarEnd, pseudoTerminal } from '@lcdflow/serial';
import { concatMap, defer, from, ignoreElements, merge, type Observable, of, repeat, switchMap, tap } from 'rxjs';

/** ms of line time that go to the device in one piece: its glass is to change as the bytes come. */
const GRAIN = 20;

/**
 * Powers an emulated device up at the far end of a pseudo terminal while subscribed. Emits the panel when programs may
 * open `link`. They come and go, the device keeps its power.
 */
export const lentOverPty = (emulator: DeviceEmulator, link: string, log: Logger): Observable<EmulatedPanel> =>
  pseudoTerminal(link).pipe(
    switchMap((end) =>
      defer(() => {
        const panel = emulate(emulator);
        const answers = panel.transport.incoming.pipe(tap((bytes) => end.send(bytes)));
        log.debug(`${emulator.driver} ${emulator.model}: powered up at the far end of ${link}`);
        return merge(of(panel), merge(taken(end, panel, emulator), answers, panel.connection).pipe(ignoreElements()));
      }),
    ),
  );

/** The line: no more bytes are read than the device has taken at its rate. */
function taken({ piece }: FarEnd, panel: EmulatedPanel, { baudRate }: DeviceEmulator): Observable<unknown> {
  const most = baudRate === undefined ? Number.POSITIVE_INFINITY : Math.max(1, Math.round((baudRate * GRAIN) / 10_000));
  return piece.pipe(
    concatMap((bytes) => from(grains(bytes, most)).pipe(concatMap((grain) => panel.transport.submit(grain)))),
    repeat(),
  );
}

function* grains(bytes: Uint8Array, most: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += most) yield bytes.subarray(at, at + most);
}
