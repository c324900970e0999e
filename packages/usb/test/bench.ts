import type { Logger, Transport } from '@lcdflow/core';
import type { Observable, Subscription } from 'rxjs';
import { afterEach, beforeEach, vi } from 'vitest';
import { type UsbBusOptions, usbBus } from '../src/bus.ts';
import { FakeUsb } from './fake-usb.ts';

/** As the picoLCD driver gives it. */
export const ADDRESS = { vendorId: 0x04d8, productId: 0xc002, interface: 0, out: 0x01, in: 0x81 };

/** Ms after which everything that can end has ended. */
export const LONG = 10_000;

/** A logger that remembers. */
export class Memory implements Logger {
  readonly lines: string[] = [];
  debug = (message: string) => void this.lines.push(`debug ${message}`);
  info = (message: string) => void this.lines.push(`info ${message}`);
  warn = (message: string) => void this.lines.push(`warn ${message}`);
  error = (message: string) => void this.lines.push(`error ${message}`);

  get warnings(): string[] {
    return this.lines.filter((line) => line.startsWith('warn'));
  }
}

/** What a subscription has seen so far: values, then `|` or the code and message of the error. */
export interface Seen<T> {
  readonly values: T[];
  readonly ends: string[];
  readonly subscription: Subscription;
}

export function watch<T>(observable: Observable<T>): Seen<T> {
  const values: T[] = [];
  const ends: string[] = [];
  const subscription = observable.subscribe({
    next: (value) => values.push(value),
    error: (error) => ends.push(`${error.code}: ${error.message}`),
    complete: () => ends.push('|'),
  });
  return { values, ends, subscription };
}

/** A fake module, the bus on it and its log; all time is virtual. */
export function workbench(options?: UsbBusOptions) {
  const usb = new FakeUsb();
  const log = new Memory();
  const bus = usbBus(options, usb.machine);
  const connect = (extra: Record<string, unknown> = {}): Seen<Transport> =>
    watch(bus.connect({ ...ADDRESS, ...extra }, log));
  /** A connection that is there at once. */
  const opened = () => {
    const seen = connect();
    const transport = seen.values[0];
    if (!transport) throw new Error(`not connected: ${seen.ends}`);
    return { ...seen, transport, close: () => seen.subscription.unsubscribe() };
  };
  return { usb, log, bus, connect, opened };
}

/** Lets virtual time pass. */
export const pass = (ms: number): void => void vi.advanceTimersByTime(ms);

/** Virtual time for every test of the file. */
export function virtualTime(): void {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
}

export const packet = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);

/** Packets as a person reads them: `01 02, 03`. */
export const shown = (packets: readonly Uint8Array[]): string =>
  packets.map((bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')).join(', ');
