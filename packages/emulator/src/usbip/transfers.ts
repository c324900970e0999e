import type { Completion, UsbDescriptors } from '@lcdflow/core';
import {
  catchError,
  defer,
  delay,
  map,
  merge,
  Observable,
  of,
  reduce,
  type Subscription,
  take,
  throwError,
} from 'rxjs';
import type { PanelEndpoints } from '../emulate.ts';
import { Stalled } from '../stalled.ts';
import { joined } from './bytes.ts';
import { type Ended, encodeSubmitted, encodeUnlinked, STATUS, type Submit, type Unlink } from './commands.ts';
import { ControlEndpoint } from './control-endpoint.ts';
import { endpointSizes, takesRequests } from './descriptors.ts';
import type { Command } from './requests.ts';

const STALLED: Ended = { status: STATUS.stall, actual: 0 };

/** Carries out the commands of a computer on an emulated device; emits the answers. Errors when it is unplugged. */
export const transfers = (
  commands: Observable<Command>,
  usb: UsbDescriptors,
  endpoints: PanelEndpoints,
): Observable<Uint8Array> =>
  new Observable((answers) => {
    const pending = new Map<number, Subscription>();
    const begin = beginning(usb, endpoints);
    const submitted = (submit: Submit): void => {
      const { seqnum } = submit;
      const transfer = begin(submit)
        .pipe(take(1))
        .subscribe({
          next: (ended) => answers.next(encodeSubmitted(seqnum, ended)),
          error: (error: unknown) => answers.error(error),
        });
      if (transfer.closed) return;
      pending.set(seqnum, transfer);
      transfer.add(() => pending.delete(seqnum));
      answers.add(transfer);
    };
    const unlinked = ({ seqnum, victim }: Unlink): void => {
      const status = pending.has(victim) ? STATUS.unlinked : STATUS.ok;
      pending.get(victim)?.unsubscribe();
      answers.next(encodeUnlinked(seqnum, status));
    };
    const obey = (command: Command): void => (command.kind === 'submit' ? submitted(command) : unlinked(command));
    return commands.subscribe({ next: obey, error: (error: unknown) => answers.error(error) });
  });

/** What begins a transfer on its endpoint. */
function beginning(usb: UsbDescriptors, endpoints: PanelEndpoints): (submit: Submit) => Observable<Ended> {
  const control = new ControlEndpoint(usb, endpoints);
  const sizes = endpointSizes(usb);
  const takes = takesRequests(usb);
  const requested = (submit: Submit): Observable<Ended> =>
    defer(() => {
      const { setup, data } = submit;
      if (takes && isVendor(setup)) return vendorRequest(submit, endpoints);
      const answer = control.request(setup, data);
      return of({ status: STATUS.ok, actual: data.length || answer.length, data: answer });
    });
  const received = (address: number, { length }: Submit): Observable<Ended> => {
    if (control.isHalted(address)) return of(STALLED);
    return endpoints.packet.pipe(
      map((packet) => {
        control.note(packet);
        return fitted(packet, length);
      }),
    );
  };
  return (submit) => {
    const address = submit.endpoint | (submit.direction === 'in' ? 0x80 : 0);
    const size = sizes.get(address);
    if (submit.endpoint === 0) return requested(submit).pipe(stalledAfter(nothing));
    if (size === undefined) return of(STALLED);
    return submit.direction === 'in' ? received(address, submit) : sent(submit, size, endpoints);
  };
}

/** Bits 5 and 6 of bmRequestType (USB 2.0, 9.3). */
const isVendor = ([type = 0]: Uint8Array): boolean => (type & 0x60) === 0x40;

/** A packet for the device. What it is asked for and does not answer is refused. */
function vendorRequest({ setup, data, length, direction }: Submit, endpoints: PanelEndpoints): Observable<Ended> {
  const gone = endpoints.request(joined(setup, data));
  if (direction === 'out') return gone.pipe(map(() => ({ status: STATUS.ok, actual: data.length })));
  const answer = endpoints.packet.pipe(map((packet) => fitted(packet.slice(setup.length), length)));
  // The answer comes right behind the completion.
  return merge(
    answer,
    gone.pipe(
      delay(0),
      map(() => STALLED),
    ),
  );
}

const fitted = (packet: Uint8Array, room: number): Ended =>
  packet.length <= room
    ? { status: STATUS.ok, actual: packet.length, data: packet }
    : { status: STATUS.overflow, actual: room, data: packet.slice(0, room) };

/** What is longer than a packet goes in several, one after the other. */
function sent({ data }: Submit, size: number, endpoints: PanelEndpoints): Observable<Ended> {
  if (data.length <= size) return endpoints.send(data).pipe(map(wholly), stalledAfter(nothing));
  const packets = Array.from({ length: Math.ceil(data.length / size) }, (_, index) =>
    data.slice(index * size, (index + 1) * size),
  );
  return defer(() => {
    let moved = 0;
    return merge(...packets.map((packet) => endpoints.send(packet))).pipe(
      reduce((actual, { bytes }) => {
        moved = actual + bytes;
        return moved;
      }, 0),
      map((actual): Ended => ({ status: STATUS.ok, actual })),
      stalledAfter(() => moved),
    );
  });
}

const wholly = ({ bytes }: Completion): Ended => ({ status: STATUS.ok, actual: bytes });
const nothing = (): number => 0;

/** A stall is an answer; everything else ends the connection. */
const stalledAfter = (moved: () => number) =>
  catchError<Ended, Observable<Ended>>((error: unknown) =>
    error instanceof Stalled ? of<Ended>({ status: STATUS.stall, actual: moved() }) : throwError(() => error),
  );
