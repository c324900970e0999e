import type { Completion, Reaction } from '@lcdflow/core';
import type { ServiceGrid } from './service-grid.ts';

/** A packet that waits for its service interval. */
export interface WaitingPacket {
  readonly packet: Uint8Array;
  /** When it was submitted. */
  readonly since: number;
  /** It has gone; what the device sends back comes right after. */
  readonly gone: (completion: Completion) => void;
}

/** What the bus needs to know of a device. */
export interface DeviceEnd {
  receive(packet: Uint8Array): Reaction;
  /** Takes what the device sends back, after the packet it answers has gone. */
  answer(packets: readonly Uint8Array[]): void;
}

/** Gives each packet its service interval: one each, in order, and none while the device is busy. Has no clock. */
export class SlotQueue {
  readonly #grid: ServiceGrid;
  readonly #device: DeviceEnd;
  readonly #waiting: WaitingPacket[] = [];
  readonly #count = { packets: 0, bytes: 0, refused: 0 };
  #used = 0;
  #free = 0;

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
    for (let time = this.next(); time !== undefined && time <= now; time = this.next()) this.#hand(this.#waiting[0]!);
  }

  counters() {
    return { ...this.#count };
  }

  #hand(first: WaitingPacket): void {
    const slot = this.#slotOf(first);
    const { packet } = first;
    this.#waiting.shift();
    this.#count.packets += 1;
    this.#count.bytes += packet.length;
    this.#count.refused += slot - this.#slotUnlessBusy(first);
    this.#used = slot;
    const { answers = [], busy = 0 } = this.#device.receive(packet);
    this.#free = this.#grid.from(this.#grid.timeOf(slot) + busy);
    first.gone({ packet, bytes: packet.length });
    this.#device.answer(answers);
  }

  #slotUnlessBusy({ since }: WaitingPacket): number {
    return Math.max(this.#grid.after(since), this.#used + 1);
  }

  #slotOf(packet: WaitingPacket): number {
    return Math.max(this.#slotUnlessBusy(packet), this.#free);
  }
}
