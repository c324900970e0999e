import {
  type Completion,
  type DeviceEmulator,
  type EmulatedDevice,
  type Frame,
  LcdError,
  type Transport,
} from '@lcdflow/core';
import { map, merge, type Observable, of, Subject, shareReplay, startWith } from 'rxjs';
import { type Behaviour, behaving, type Receive } from './behaviours/behaviour.ts';
import { type InEndpoint, inEndpoint } from './in-endpoint.ts';
import { type OutCounters, OutEndpoint } from './out-endpoint.ts';
import type { DeviceEnd } from './slot-queue.ts';
import { Stalled } from './stalled.ts';
import { takesRequests } from './usbip/descriptors.ts';

/** What makes a device; every `DeviceEmulator` does. */
export interface DeviceMaker<D extends EmulatedDevice = EmulatedDevice>
  extends Pick<DeviceEmulator, 'interval' | 'baudRate' | 'usb'> {
  powerUp(): D;
}

export interface EmulateOptions {
  /** Service interval in ms, above 0; the device's own when left out. */
  readonly interval?: number;
  /** How many packets from the device may wait while nobody listens; 64 when left out. */
  readonly room?: number;
  /** What the device does beside what it was built for; the first one is nearest to the bus. */
  readonly behaviours?: readonly Behaviour[];
}

/** How often the transport clears a stall and tries again, as a host does. */
const RETRIES = 3;

/** What went over the wire since power-up. */
export interface BusCounters extends OutCounters {
  /** Packets from the device that found no room because nobody listened. */
  readonly lost: number;
}

/** The bare endpoints of a device, for a host that heals stalls itself. */
export interface PanelEndpoints {
  /** Offers a packet in its service interval. Errors with `Stalled`; then and while `halted`, all others do too. */
  send(packet: Uint8Array): Observable<Completion>;
  /** Offers a request of endpoint 0 in its service interval. Errors with `Stalled`, which halts nothing. */
  request(packet: Uint8Array): Observable<Completion>;
  /** Whether the endpoint to the device is halted: it is after a stall, until the host sets this to false. */
  halted: boolean;
  /** One packet from the device, pending until there is one. */
  readonly packet: Observable<Uint8Array>;
  /** Hands a packet over at once, past the service intervals, as SET_REPORT does. @throws Stalled */
  set(packet: Uint8Array): void;
}

/** An emulated device on an emulated bus. */
export interface EmulatedPanel<D extends EmulatedDevice = EmulatedDevice> {
  readonly device: D;
  /** `submit` completes in the packet's service interval; the device reads the caller's buffer then and not before. */
  readonly transport: Transport;
  readonly endpoints: PanelEndpoints;
  /** As a driver's `connect` wants it: emits the transport at once, errors with `disconnected` when unplugged. */
  readonly connection: Observable<Transport>;
  /** What is on the glass now, then again after each packet. Drawn only while subscribed; completes when unplugged. */
  readonly glass: Observable<Frame>;
  /** A person presses or releases a key. */
  press(key: string, pressed: boolean): void;
  /** The device sends packets by itself, as infrared receivers do. */
  report(packets: readonly Uint8Array[]): void;
  /** Pulls the plug: everything under way and everything later errors with `disconnected`. */
  unplug(): void;
  counters(): BusCounters;
}

/**
 * Powers a device up and puts it on a bus with service intervals. They lie at whole multiples of `interval` from now,
 * by `asyncScheduler`'s clock, so that a `TestScheduler` makes them virtual. Errors with `config` if `interval` is not
 * above 0.
 */
export function emulate<D extends EmulatedDevice>(
  maker: DeviceMaker<D>,
  { interval = maker.interval, room = 64, behaviours = [] }: EmulateOptions = {},
): EmulatedPanel<D> {
  if (!(interval > 0)) throw new LcdError('config', `interval: above 0 ms, not ${interval}`);
  const device = maker.powerUp();
  const pictures = new Subject<void>();
  const unplugged = new Subject<never>();
  const input = inEndpoint(room);
  const offer = behaving(device, behaviours);
  const receive: Receive = (packet) => {
    const reaction = offer(packet);
    pictures.next();
    return maker.baudRate === undefined ? reaction : slowed(reaction, packet.length, maker.baudRate);
  };
  const unplug = () => {
    const error = new LcdError('disconnected', 'the emulated device was unplugged');
    unplugged.error(error);
    output.fail(error);
    input.fail(error);
    pictures.complete();
  };
  const end: DeviceEnd = { receive, answer: input.deliver, unplug };
  const output = new OutEndpoint(interval, end);
  // Requests are not tried again: a stall of endpoint 0 refuses one and halts nothing.
  const retries = takesRequests(maker.usb) ? 0 : RETRIES;
  const transport: Transport = { submit: (packet) => output.submit(packet, retries), incoming: input.packets };

  return {
    device,
    transport,
    endpoints: endpointsOf(output, input, end),
    connection: merge(unplugged, of(transport)),
    glass: glassOf(device, pictures),
    press: (key, pressed) => input.deliver(device.press(key, pressed)),
    report: input.deliver,
    unplug,
    counters: () => ({ ...output.counters(), lost: input.lost() }),
  };
}

/** Start bit, eight data bits, stop bit. */
const BITS = 10;

/** What a device does with bytes that had to pass a serial line first. */
const slowed = ({ busy = 0, ...reaction }: ReturnType<Receive>, bytes: number, baudRate: number) => ({
  ...reaction,
  busy: busy + (bytes * BITS * 1_000) / baudRate,
});

const glassOf = (device: EmulatedDevice, changes: Observable<void>): Observable<Frame> =>
  changes.pipe(
    startWith(undefined),
    map(() => device.glass()),
    shareReplay({ bufferSize: 1, refCount: true }),
  );

const endpointsOf = (output: OutEndpoint, { packet }: InEndpoint, device: DeviceEnd): PanelEndpoints => ({
  send: (sent) => output.submit(sent),
  request: (sent) => output.submit(sent, 0),
  packet,
  get halted() {
    return output.halted;
  },
  set halted(halted) {
    output.halted = halted;
  },
  set: (sent) => {
    const { answers = [], stalled, unplugged } = device.receive(sent);
    if (stalled) throw new Stalled();
    if (unplugged) device.unplug();
    else device.answer(answers);
  },
});
