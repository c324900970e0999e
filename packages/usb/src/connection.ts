import type { Transport } from '@lcdflow/core';
import { merge, NEVER, type Observable, of, tap } from 'rxjs';
import type { UsbAddress } from './address.ts';
import { ControlPipe } from './control-pipe.ts';
import { InPipe } from './in-pipe.ts';
import type { Party } from './libusb-error.ts';
import type { OpenDevice } from './open-device.ts';
import { OutPipe } from './out-pipe.ts';

/** Keeps an open device going while subscribed: transfers wait for its packets before the transport is emitted. */
export const connection = (
  opened: OpenDevice,
  address: UsbAddress,
  party: Party,
  timeout: number,
): Observable<Transport> =>
  address.out === undefined ? controlled(opened, party, timeout) : piped(opened, address, address.out, party, timeout);

function piped(
  opened: OpenDevice,
  address: UsbAddress,
  out: number,
  party: Party,
  timeout: number,
): Observable<Transport> {
  const output = new OutPipe(opened.endpoint(out), opened.flights, party, timeout);
  const input = address.in === undefined ? undefined : new InPipe(opened.endpoint(address.in), opened.flights, party);
  const transport: Transport = {
    submit: (packet) => output.submit(packet),
    incoming: input?.packets ?? NEVER,
  };
  // Whichever notices the loss first: whoever uses the other is told the same.
  const sending = output.pump.pipe(tap({ error: (error) => input?.end(error) }));
  const receiving = (input?.pump ?? NEVER).pipe(tap({ error: (error) => output.end(error) }));
  return merge(sending, receiving, of(transport));
}

function controlled(opened: OpenDevice, party: Party, timeout: number): Observable<Transport> {
  const pipe = new ControlPipe(opened.control, opened.flights, party, timeout);
  const transport: Transport = { submit: (packet) => pipe.submit(packet), incoming: pipe.answers };
  return merge(pipe.pump, of(transport));
}
