import type { Bus, Logger, Transport } from '@lcdflow/core';
import type { Observable, Subscription } from 'rxjs';
import { afterEach, beforeEach, vi } from 'vitest';
import { serialBus } from '../src/bus.ts';
import { FakeSerial } from './fake-serial.ts';

/** A logger that remembers. */
export class Memory implements Logger {
  readonly lines: string[] = [];
  debug = (message: string) => void this.lines.push(`debug ${message}`);
  info = (message: string) => void this.lines.push(`info ${message}`);
  warn = (message: string) => void this.lines.push(`warn ${message}`);
  error = (message: string) => void this.lines.push(`error ${message}`);
}

/** What a subscription has seen so far: values, then `|` or the code and message of the error. */
export interface Seen<T> {
  readonly values: T[];
  readonly ends: string[];
  readonly subscription: Subscription;
}

const subscriptions: Subscription[] = [];

export function watch<T>(observable: Observable<T>): Seen<T> {
  const values: T[] = [];
  const ends: string[] = [];
  const subscription = observable.subscribe({
    next: (value) => values.push(value),
    error: (error) => ends.push(`${error.code}: ${error.message}`),
    complete: () => ends.push('|'),
  });
  subscriptions.push(subscription);
  return { values, ends, subscription };
}

/** Nothing a test has left open may be in the way of the next: ports are known to the whole module. */
export function closeAll(): void {
  for (const subscription of subscriptions.splice(0)) subscription.unsubscribe();
}

/** The path of the port on the bench. */
export const PATH = '/dev/ttyUSB0';

/** A machine with one port, the bus on it and its log; all time is virtual. */
export function workbench() {
  const serial = new FakeSerial();
  const log = new Memory();
  const bus: Bus = serialBus(serial.machine);
  serial.plug(PATH);
  const connect = (address: Record<string, unknown> = {}): Seen<Transport> =>
    watch(bus.connect({ baudRate: 10_000, path: PATH, ...address }, log));
  /** A connection that is there at once. */
  const opened = async (address: Record<string, unknown> = {}) => {
    const seen = connect(address);
    await pass(0);
    const transport = seen.values[0];
    if (!transport) throw new Error(`not connected: ${seen.ends}`);
    return { ...seen, transport, port: serial.opened.at(-1)!, close: () => seen.subscription.unsubscribe() };
  };
  return { serial, log, bus, connect, opened };
}

/** Lets virtual time pass, and promises settle. */
export const pass = async (ms: number): Promise<void> => void (await vi.advanceTimersByTimeAsync(ms));

/** Virtual time for every test of the file. */
export function virtualTime(): void {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(async () => {
    closeAll();
    await pass(10_000);
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
}

export const packet = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);
