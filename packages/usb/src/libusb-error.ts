import { LcdError, messageOf } from '@lcdflow/core';
import { UDEV_FILE, udevRule } from './udev-rule.ts';
import { REFUSED, STATUS } from './usb-module.ts';

/** Whom an error is about. */
export interface Party {
  /** Such as `usb 04d8:c002`. */
  readonly name: string;
  readonly vendorId: number;
  readonly productId: number;
  /** Behind the message that it is missing. */
  readonly advice: string;
  /** What may hold the device, for a person. */
  holder(): string;
}

/** A call that libusb refused, as what the caller can do about it; an `LcdError` stays what it is. */
export function lcdError(cause: unknown, party: Party): LcdError {
  if (cause instanceof LcdError) return cause;
  const errno = (cause as { readonly errno?: unknown } | undefined)?.errno;
  if (errno === REFUSED.access) return denied(party, cause);
  if (errno === REFUSED.busy) return new LcdError('busy', `${party.name} is busy: ${party.holder()}`, { cause });
  if (errno === REFUSED.noDevice) return unplugged(party, cause);
  const isMistake = typeof errno !== 'number' || errno === REFUSED.invalid || errno === REFUSED.notSupported;
  if (isMistake) return new LcdError('protocol', `${party.name}: ${messageOf(cause)}`, { cause });
  return unusable(party, cause);
}

/**
 * libusb has one error for all that Linux refuses a device that is just going (ENODEV), asleep (EHOSTUNREACH, ESHUTDOWN)
 * or being set up, and that may pass.
 */
const unusable = ({ name }: Party, cause: unknown): LcdError =>
  new LcdError('disconnected', `${name} cannot be used now: ${messageOf(cause)}`, { cause });

function denied({ name, vendorId, productId }: Party, cause: unknown): LcdError {
  const cure = [
    `put this line into ${UDEV_FILE}: ${udevRule(vendorId, productId)}`,
    'then run "udevadm control --reload" and plug the device in again',
  ];
  return new LcdError('permission', `no permission to open ${name}; ${cure.join('; ')}`, { cause });
}

/** The device has gone. */
const unplugged = ({ name, advice }: Party, cause?: unknown): LcdError =>
  new LcdError('disconnected', `${name} was unplugged${advice}`, { cause });

/** A transfer that ended badly, for good. */
export function failed(status: number, party: Party): LcdError {
  const { name } = party;
  if (status === STATUS.noDevice) return unplugged(party);
  // A panel that hangs may be powered anew at any time: no failure on the wire is for ever.
  if (status === STATUS.stall) return lost(`${name} refuses the transfer again and again (stall)`);
  if (status === STATUS.overflow) return lost(`${name} sent more than was expected (overflow)`);
  // Errors on the line come before the hub notices an unplugging, and from bad cables: both may pass.
  if (status === STATUS.error) return lost(`${name}: errors on the line; look at the cable`);
  if (status === STATUS.cancelled) return lost(`${name}: transfers were cancelled`);
  return lost(`${name}: the transfer failed with status ${status}`);
}

const lost = (message: string): LcdError => new LcdError('disconnected', message);

/** The connection ended before the transfer did. */
export const closed = (): LcdError => new LcdError('disconnected', 'the connection is closed');
