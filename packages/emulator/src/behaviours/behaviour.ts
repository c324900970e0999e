import type { EmulatedDevice, Reaction } from '@lcdflow/core';

/** What comes of offering a packet to a device on the emulated bus. At most one of `refused`, `stalled`, `unplugged`. */
export interface BusReaction extends Reaction {
  /** Takes nothing for so many ms, above 0 (NAK); then the same packet is offered again. */
  readonly refused?: number;
  /** Answers with STALL: has not taken the packet. */
  readonly stalled?: boolean;
  /** The plug is pulled before the packet has arrived. */
  readonly unplugged?: boolean;
  /** The host is told of the completion so many ms late; later completions wait for it. */
  readonly late?: number;
}

/** Offers a packet to a device. */
export type Receive = (packet: Uint8Array) => BusReaction;

/**
 * How a device behaves beside what it was built for: a wrapper around what takes packets. It lives as long as the
 * device is used, over all power-ups, so that a fault which has happened does not happen again after a re-plug.
 */
export type Behaviour = (receive: Receive, device: EmulatedDevice) => Receive;

/** Puts behaviours around a device; the first one is nearest to the bus. */
export const behaving = (device: EmulatedDevice, behaviours: readonly Behaviour[]): Receive =>
  behaviours.reduceRight<Receive>(
    (receive, behaviour) => behaviour(receive, device),
    (packet) => device.receive(packet),
  );

/**
 * A behaviour for some packets, by their number from 1. It counts what is offered to it: a packet that is offered again
 * counts again, one that an outer behaviour keeps away does not.
 */
export function atPackets(
  at: readonly number[],
  act: (packet: Uint8Array, receive: Receive, device: EmulatedDevice) => BusReaction,
): Behaviour {
  const chosen = new Set(at);
  let count = 0;
  return (receive, device) => (packet) => {
    count += 1;
    return chosen.has(count) ? act(packet, receive, device) : receive(packet);
  };
}
