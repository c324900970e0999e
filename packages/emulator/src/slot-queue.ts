import type { Completion } from '@lcdflow/core';
import type { BusReaction } from './behaviours/behaviour.ts';
import type { ServiceGrid } from './service-grid.ts';

/** A packet that waits for its service interval. */
export interface WaitingPacket {
  readonly packet: Uint8Array;
  /** When it was submitted. */
  readonly since: number;
  /** It has gone, and the host is told `late` ms from now; what the device sends back comes right after. */
  gone(completion: Completion, late: number): void;
  /** Whether the host clears a stall by itself. */
  readonly heals: boolean;
  /** The device has answered with STALL. Returns whether the host tries again, in its place. */
  stalled(): boolean;
}

/** What the bus needs to know of a device. */
export interface DeviceEnd {
  receive(packet: Uint8Array): BusReaction;
  /** Takes what the device sends back, after the packet it answers has gone. */
  answer(packets: readonly Uint8Array[]): void;
  /** The plug is pulled: everybody who waits is told. */
  unplug(): void;
}

/** Gives each packet its service interval: one each, in order, and none while the device is busy. Has no clock. */
export class SlotQueue {
  readonly #grid: ServiceGrid;
  readonly #device: DeviceEnd;
  readonly #waiting: WaitingPacket[] = [];
  readonly #count = { packets: 0, bytes: 0, refused: 0 };
  #used = 0;
  #free = 0;
  /** Every packet is answered with STALL until the host clears it. */
  halted = false;

  constructor(grid: ServiceGrid, device: DeviceEnd) {
    this.#grid = grid;
    this.#device = device;
  }

  add(next: WaitingPacket): void {
    this.#waiting.push(next);
  }

  /** Takes a packet back; nothing happens if it has gone. */
  remove(packet: WaitingPacket): void {
    const place = this.#waiting.indexOf(packet);
    if (place >= 0) this.#waiting.splice(place, 1);
  }

  /** When the first packet can go. */
  next(): number | undefined {
    const [first] = this.#waiting;
    return first && this.#grid.timeOf(this.#slotOf(first));
  }

  /** Hands over every packet whose interval has come, however long ago, as a host controller would have done. */
  serve(now: number): void {
    for (let time = this.next(); time !== undefined && time <= now; time = this.next()) this.#offer(this.#waiting[0]!);
  }

  counters() {
    return { ...this.#count };
  }

  #offer(first: WaitingPacket): void {
    const slot = this.#slotOf(first);
    const reaction = this.halted ? { stalled: true } : this.#device.receive(first.packet);
    if (reaction.refused !== undefined) {
      this.#free = Math.max(slot + 1, this.#busyUntil(slot, reaction.refused));
      return;
    }
    this.#count.refused += slot - this.#slotUnlessBusy(first);
    this.#used = slot;
    if (reaction.stalled) this.#stall(first);
    else if (reaction.unplugged) this.#device.unplug();
    else this.#take(first, slot, reaction);
  }

  #stall(first: WaitingPacket): void {
    this.halted = !first.heals;
    if (!first.stalled()) this.remove(first);
  }

  #take(first: WaitingPacket, slot: number, { answers = [], busy = 0, late = 0 }: BusReaction): void {
    const { packet } = first;
    this.#waiting.shift();
    this.#count.packets += 1;
    this.#count.bytes += packet.length;
    this.#free = this.#busyUntil(slot, busy);
    first.gone({ packet, bytes: packet.length }, late);
    this.#device.answer(answers);
  }

  #busyUntil(slot: number, ms: number): number {
    return this.#grid.from(this.#grid.timeOf(slot) + ms);
  }

  #slotUnlessBusy({ since }: WaitingPacket): number {
    return Math.max(this.#grid.after(since), this.#used + 1);
  }

  #slotOf(packet: WaitingPacket): number {
    return Math.max(this.#slotUnlessBusy(packet), this.#free);
  }
}
