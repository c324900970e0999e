import { type ErrorCode, LcdError, messageOf } from '@lcdflow/core';
import { type I2cAddress, nameOf } from './address.ts';

type Meaning = readonly [code: ErrorCode, words: (at: I2cAddress) => string];

const silent: Meaning = ['disconnected', (at) => `no device answers at ${nameOf(at)}`];

/** What the kernel's errors mean, by their names (Linux, Documentation/i2c/fault-codes). */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  ENOENT: ['not-found', ({ bus }) => `there is no /dev/i2c-${bus}; is I2C turned on, and the module i2c-dev loaded?`],
  EACCES: ['permission', ({ bus }) => `no permission to use /dev/i2c-${bus}: add this user to the group i2c`],
  EBUSY: ['busy', (at) => `${nameOf(at)} is in use by a kernel driver`],
  ENXIO: silent,
  EREMOTEIO: silent,
  EBADF: ['disconnected', () => 'the connection is closed'],
  EIO: ['disconnected', (at) => `${nameOf(at)}: errors on the line; look at the wires`],
  ETIMEDOUT: ['timeout', (at) => `${nameOf(at)} holds the bus`],
};

/** An error of the module as what the caller can do about it; an `LcdError` stays what it is. */
export function i2cError(cause: unknown, at: I2cAddress): LcdError {
  if (cause instanceof LcdError) return cause;
  const name = String((cause as { readonly code?: unknown } | undefined)?.code);
  const [code, words] = MEANINGS[name] ?? ['protocol', () => `${nameOf(at)}: ${messageOf(cause)}`];
  return new LcdError(code, words(at), { cause });
}
