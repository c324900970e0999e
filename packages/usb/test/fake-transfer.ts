import type { TransferCallback, UsbTransfer } from '../src/usb-module.ts';
import type { FakeDevice } from './fake-device.ts';

/** Statuses of libusb by what the fake device does. */
export const STATUS = { ok: 0, short: 0, error: 1, cancelled: 3, stall: 4, gone: 5, overflow: 6, odd: 9 } as const;

/** An error as libusb's binding makes it. */
export const libusbFailure = (errno: number, message = `LIBUSB ${errno}`) =>
  Object.assign(new Error(message), { errno });

/** One transfer that waits for its callback. */
export interface Pending {
  readonly transfer: FakeTransfer;
  readonly buffer: Buffer;
  /** Bytes that have come. */
  filled: number;
  finish(status: number, bytes: number): void;
}

/** A transfer of a fake device. */
export class FakeTransfer implements UsbTransfer {
  active = false;
  cancelled = false;
  /** It was to be cancelled but gets through. */
  tooLate = false;
  /** The device does not answer it. */
  silent = false;
  readonly address: number;
  readonly #device: FakeDevice;
  readonly #callback: TransferCallback;

  constructor(device: FakeDevice, address: number, callback: TransferCallback) {
    this.address = address;
    this.#device = device;
    this.#callback = callback;
  }

  submit(buffer: Buffer): void {
    // Stays so after a refused submit: the object is of no use any more.
    if (this.active) throw new Error('Transfer is already active');
    this.active = true;
    this.cancelled = false;
    this.tooLate = false;
    this.silent = false;
    this.#device.submit(this, buffer, this.#callback);
  }

  cancel(): boolean {
    return this.#device.cancel(this);
  }
}
