import { LcdError, messageOf } from '@lcdflow/core';
import type { PortFiles } from './port-files.ts';

/** Whom an error is about. */
export interface Party {
  /** The path as it was asked for. */
  readonly name: string;
  /** Where the path leads. */
  readonly target: string;
  readonly files: PortFiles;
}

type Say = (party: Party, cause: unknown) => LcdError;

/** What the binding's words mean: it has no codes, only the system's texts. */
const MEANINGS: readonly (readonly [RegExp, Say])[] = [
  [/permission denied|access denied/i, (party, cause) => denied(party, cause)],
  [/cannot lock|resource busy|temporarily unavailable/i, (party, cause) => busy(party, cause)],
  [/no such file|file not found/i, ({ name }, cause) => error('not-found', `there is no ${name}`, cause)],
  [
    /no such device|input\/output error/i,
    ({ name }, cause) => error('not-found', `there is no hardware behind ${name}`, cause),
  ],
  [
    /inappropriate ioctl|is a directory|not a typewriter/i,
    ({ name }, cause) => error('config', `${name} is not a serial port`, cause),
  ],
];

const error = (code: LcdError['code'], message: string, cause: unknown): LcdError =>
  new LcdError(code, message, { cause });

/** A port that could not be opened, as what the caller can do about it. */
export function openError(cause: unknown, party: Party): LcdError {
  const words = messageOf(cause);
  const [, say] = MEANINGS.find(([pattern]) => pattern.test(words)) ?? [];
  return say?.(party, cause) ?? error('protocol', `${party.name}: ${words}`, cause);
}

function denied({ name, target, files }: Party, cause: unknown): LcdError {
  const group = files.group(target) ?? 'dialout';
  const cure =
    group === 'root'
      ? `it belongs to root only: "sudo chgrp dialout ${target}; sudo chmod g+rw ${target}"`
      : `"sudo usermod -aG ${group} $USER", then log out and in again`;
  return error('permission', `no permission to open ${name}; ${cure}`, cause);
}

function busy({ name, target, files }: Party, cause: unknown): LcdError {
  const holders = files.holders(target);
  const words =
    holders.length > 0
      ? `${holders.join(' and ')} ${holders.length > 1 ? 'hold' : 'holds'} it`
      : `another program holds it (LCDd, lcd4linux, ModemManager?): "sudo fuser -v ${target}" names it`;
  return error('busy', `${name} is busy: ${words}`, cause);
}

/** The other end has gone. */
export const unplugged = ({ name }: Party, cause?: unknown): LcdError =>
  error('disconnected', `${name} was unplugged`, cause);

/** The connection ended before the packet had gone. */
export const closed = (): LcdError => new LcdError('disconnected', 'the connection is closed');
