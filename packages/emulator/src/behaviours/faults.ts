import { atPackets, type Behaviour } from './behaviour.ts';

/** Some packets, by their number from 1 (see `atPackets`). */
export interface At {
  readonly at: readonly number[];
}

/** A span of time. */
export interface For {
  /** In ms, above 0. */
  readonly ms: number;
}

/** Answers with STALL. Four numbers in a row are more than a host tries. */
export const stall = ({ at }: At): Behaviour => atPackets(at, () => ({ stalled: true }));

/** Refuses packets for a while (NAK), as a device that is busy with something else. */
export const refuse = ({ at, ms }: At & For): Behaviour => atPackets(at, () => ({ refused: ms }));

/** Pulls the plug before the packet has arrived. */
export const unplug = ({ at }: At): Behaviour => atPackets(at, () => ({ unplugged: true }));

/** Takes the packet in time, but the host is told late. What the device answers does not wait for that. */
export const completeLate = ({ at, ms }: At & For): Behaviour =>
  atPackets(at, (packet, receive) => ({ ...receive(packet), late: ms }));
