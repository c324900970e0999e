import type { Completion } from '@lcdflow/core';
import { asyncScheduler, Observable, type SchedulerAction, type Subscriber, type Subscription } from 'rxjs';
import { type ServiceGrid, serviceGrid } from './service-grid.ts';
import { type DeviceEnd, SlotQueue, type WaitingPacket } from './slot-queue.ts';
import { Stalled } from './stalled.ts';

/** What went over the bus since power-up. */
export interface OutCounters {
  /** Packets the device took; each used one service interval. */
  readonly packets: number;
  readonly bytes: number;
  /** Service intervals in which a packet was there but the device was busy. */
  readonly refused: number;
  /** Service intervals that have passed, used or not. */
  readonly intervals: number;
}

/** The way to the device: at most one packet in each service interval, in order. */
export class OutEndpoint {
  readonly #grid: ServiceGrid;
  readonly #queue: SlotQueue;
  readonly #askers = new Set<Subscriber<Completion>>();
  // What the host is yet to be told, in order: what is late holds up what comes behind it.
  readonly #news: News[] = [];
  #nextSlot: Subscription | undefined;
  #isServing = false;
  #nextNews: Subscription | undefined;
  #failure: Error | undefined;

  /** Powers up now. `interval` in ms. */
  constructor(interval: number, device: DeviceEnd) {
    this.#grid = serviceGrid(now(), interval);
    this.#queue = new SlotQueue(this.#grid, device);
  }

  /**
   * `retries`: how often a stall is cleared and the packet tried again; then it errors with `Stalled`. When left out the
   * first stall is an error, and stays until `halted` is set to false.
   */
  submit(packet: Uint8Array, retries?: number): Observable<Completion> {
    return new Observable((asker) => {
      if (this.#failure) return asker.error(this.#failure);
      const entry = new Waiting(packet, now(), asker, retries, this.#say);
      this.#askers.add(asker);
      asker.add(() => this.#leave(asker, entry));
      this.#queue.add(entry);
      if (!this.#isServing) this.#nextSlot ??= this.#untilNextSlot();
    });
  }

  counters(): OutCounters {
    return { ...this.#queue.counters(), intervals: this.#grid.after(now()) - 1 };
  }

  /** Whether every packet is answered with STALL. */
  get halted(): boolean {
    return this.#queue.halted;
  }

  set halted(halted: boolean) {
    this.#queue.halted = halted;
  }

  /** Errors everything under way and everything later. */
  fail(error: Error): void {
    this.#failure ??= error;
    this.#failAll(error);
  }

  #failAll(error: unknown): void {
    for (const asker of [...this.#askers]) asker.error(error);
  }

  /** No timer is armed while nobody waits. */
  #leave(asker: Subscriber<Completion>, entry: WaitingPacket): void {
    this.#askers.delete(asker);
    this.#queue.remove(entry);
    if (this.#askers.size > 0) return;
    // While serving the next packet may be about to come.
    if (!this.#isServing) this.#stopWaiting();
    this.#nextNews?.unsubscribe();
    this.#nextNews = undefined;
    this.#news.length = 0;
  }

  #stopWaiting(): void {
    this.#nextSlot?.unsubscribe();
    this.#nextSlot = undefined;
  }

  #untilNextSlot(): Subscription | undefined {
    const wait = this.#wait();
    if (wait === undefined) return undefined;
    const endpoint = this;
    return asyncScheduler.schedule(function () {
      endpoint.#serve(this);
    }, wait);
  }

  /** ms until the next packet can go. */
  #wait(): number | undefined {
    const next = this.#queue.next();
    return next === undefined ? undefined : Math.max(0, next - now());
  }

  /** One timer for all packets that follow each other. */
  #serve(timer: SchedulerAction<unknown>): void {
    this.#isServing = true;
    try {
      this.#queue.serve(now());
    } catch (error) {
      this.#failAll(error);
    }
    this.#isServing = false;
    const wait = this.#wait();
    if (wait === undefined) this.#stopWaiting();
    else timer.schedule(undefined, wait);
  }

  /** Tells the host something `late` ms from now. */
  readonly #say = (late: number, tell: () => void): void => {
    if (late === 0 && this.#news.length === 0) tell();
    else {
      this.#news.push({ at: now() + late, tell });
      this.#nextNews ??= this.#untilNextNews();
    }
  };

  #untilNextNews(): Subscription | undefined {
    const [next] = this.#news;
    return next && asyncScheduler.schedule(() => this.#sayNext(), Math.max(0, next.at - now()));
  }

  #sayNext(): void {
    this.#nextNews = undefined;
    this.#news.shift()?.tell();
    this.#nextNews ??= this.#untilNextNews();
  }
}

/** A packet on its way, and what the host is told of it. */
class Waiting implements WaitingPacket {
  readonly packet: Uint8Array;
  readonly since: number;
  readonly heals: boolean;
  readonly #asker: Subscriber<Completion>;
  readonly #say: (late: number, tell: () => void) => void;
  #retries: number;

  constructor(
    packet: Uint8Array,
    since: number,
    asker: Subscriber<Completion>,
    retries: number | undefined,
    say: (late: number, tell: () => void) => void,
  ) {
    this.packet = packet;
    this.since = since;
    this.heals = retries !== undefined;
    this.#asker = asker;
    this.#retries = retries ?? 0;
    this.#say = say;
  }

  gone(completion: Completion, late: number): void {
    this.#say(late, () => {
      this.#asker.next(completion);
      this.#asker.complete();
    });
  }

  stalled(): boolean {
    this.#retries -= 1;
    const again = this.#retries >= 0;
    if (!again) this.#say(0, () => this.#asker.error(new Stalled()));
    return again;
  }
}

/** Something the host is told later. */
interface News {
  readonly at: number;
  readonly tell: () => void;
}

const now = (): number => asyncScheduler.now();
