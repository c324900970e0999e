import { LcdError } from '@lcdflow/core';
import { type I2cAddress, nameOf } from './address.ts';
import { i2cError } from './i2c-error.ts';
import type { I2cHandle } from './i2c-module.ts';

/** An open device: one transfer after the other, for the module would do several at a time in any order. */
export class I2cLine {
  readonly #handle: I2cHandle;
  readonly #at: I2cAddress;
  #last: Promise<unknown> = Promise.resolve();

  constructor(handle: I2cHandle, at: I2cAddress) {
    this.#handle = handle;
    this.#at = at;
  }

  /** Reads a byte, which tells whether a device answers. Rejects with `not-found` if none does. */
  probe(): Promise<void> {
    return this.#next(async () => {
      await this.#handle.i2cRead(this.#at.address, 1, Buffer.alloc(1)).catch((error: unknown) => {
        const told = i2cError(error, this.#at);
        throw told.code === 'disconnected' ? new LcdError('not-found', told.message, { cause: error }) : told;
      });
    });
  }

  /** Sends a packet unless `isGone` by then. */
  write(packet: Uint8Array, isGone: () => boolean): Promise<void> {
    return this.#next(async () => {
      if (isGone()) return;
      const buffer = Buffer.from(packet.buffer, packet.byteOffset, packet.length);
      const { bytesWritten } = await this.#handle.i2cWrite(this.#at.address, packet.length, buffer);
      if (bytesWritten === packet.length) return;
      throw new LcdError('protocol', `${nameOf(this.#at)} took ${bytesWritten} of ${packet.length} bytes`);
    });
  }

  /** Closes behind what is under way. Never rejects. */
  close(): Promise<void> {
    return this.#next(() => this.#handle.close()).catch(() => undefined);
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work).catch((error: unknown) => {
      throw i2cError(error, this.#at);
    });
    this.#last = done.catch(() => undefined);
    return done;
  }
}
