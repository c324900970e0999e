import { type DeviceEmulator, type EmulatedDevice, type Frame, LcdError, type Transport } from '@lcdflow/core';
import { map, merge, type Observable, of, Subject, shareReplay, startWith } from 'rxjs';
import { inEndpoint } from './in-endpoint.ts';
import { type OutCounters, outEndpoint } from './out-endpoint.ts';

/** What makes a device; every `DeviceEmulator` does. */
export interface DeviceMaker<D extends EmulatedDevice = EmulatedDevice> extends Pick<DeviceEmulator, 'interval'> {
  powerUp(): D;
}

export interface EmulateOptions {
  /** Service interval in ms, above 0; the device's own when left out. */
  readonly interval?: number;
  /** How many packets from the device may wait while nobody listens; 64 when left out. */
  readonly room?: number;
}

/** What went over the wire since power-up. */
export interface BusCounters extends OutCounters {
  /** Packets from the device that found no room because nobody listened. */
  readonly lost: number;
}

/** An emulated device on an emulated bus. */
export interface EmulatedPanel<D extends EmulatedDevice = EmulatedDevice> {
  readonly device: D;
  /** `submit` completes in the packet's service interval; the device reads the caller's buffer then and not before. */
  readonly transport: Transport;
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
  { interval = maker.interval, room = 64 }: EmulateOptions = {},
): EmulatedPanel<D> {
  if (!(interval > 0)) throw new LcdError('config', `interval: above 0 ms, not ${interval}`);
  const device = maker.powerUp();
  const pictures = new Subject<void>();
  const unplugged = new Subject<never>();
  const input = inEndpoint(room);
  const receive: EmulatedDevice['receive'] = (packet) => {
    const reaction = device.receive(packet);
    pictures.next();
    return reaction;
  };
  const output = outEndpoint(interval, { receive, answer: input.deliver }, unplugged);
  const transport: Transport = { submit: output.submit, incoming: input.packets };

  return {
    device,
    transport,
    connection: merge(unplugged, of(transport)),
    glass: pictures.pipe(
      startWith(undefined),
      map(() => device.glass()),
      shareReplay({ bufferSize: 1, refCount: true }),
    ),
    press: (key, pressed) => input.deliver(device.press(key, pressed)),
    report: input.deliver,
    unplug: () => {
      const error = new LcdError('disconnected', 'the emulated device was unplugged');
      unplugged.error(error);
      input.fail(error);
      pictures.complete();
    },
    counters: () => ({ ...output.counters(), lost: input.lost() }),
  };
}
