import { LcdError, messageOf, type TransferQueue } from '@lcdflow/core';
import { catchError, forkJoin, map, type Observable, of, switchMap, throwError } from 'rxjs';
import { deviceId, firmwareVersion, hookVersion, readEeprom, readExternalEeprom, splashSize } from './ask.ts';

type Info = Observable<Readonly<Record<string, string>>>;

/**
 * All that a 256x64 says of itself. What it does not answer or refuses is told in place of the answer, but not the
 * firmware's version: a panel that does not know that one answers nothing.
 */
export const panelInfo = (queue: TransferQueue): Info =>
  firmwareVersion(queue).pipe(
    switchMap((firmware) =>
      forkJoin({
        firmware: of(firmware),
        'hook version': told(hookVersion(queue)),
        'device id': told(deviceId(queue).pipe(map(({ serial, type }) => `${serial}, type ${type}`))),
        splash: told(splashSize(queue).pipe(map(({ largest, used }) => `${used} of ${largest} bytes`))),
        eeprom: told(readEeprom(queue).pipe(map(eepromText))),
      }),
    ),
  );

/** All that a 20x2 says of itself: its firmware's version is the serial number on the USB. */
export const textInfo20x2 = (queue: TransferQueue): Info =>
  forkJoin({
    eeprom: told(readEeprom(queue).pipe(map(eepromText))),
    'external eeprom': told(readExternalEeprom(queue).pipe(map(eepromText))),
  });

/** All that a 20x4 says of itself. Nobody has told which questions it knows. */
export const textInfo20x4 = (queue: TransferQueue): Info =>
  forkJoin({
    firmware: told(firmwareVersion(queue)),
    eeprom: told(readEeprom(queue).pipe(map(eepromText))),
  });

const told = (answer: Observable<string>): Observable<string> =>
  answer.pipe(
    catchError((error: unknown) => (isUnanswered(error) ? of(`- (${messageOf(error)})`) : throwError(() => error))),
  );

const isUnanswered = (error: unknown): boolean =>
  error instanceof LcdError && (error.code === 'timeout' || error.code === 'protocol');

const ROW = 16;
const ERASED = 0xff;

/** How many bytes are in use, and a hexdump of the rows they are in. */
export function eepromText(bytes: Uint8Array): string {
  const used = bytes.filter((byte) => byte !== ERASED).length;
  const rows = Array.from({ length: Math.ceil(bytes.length / ROW) }, (_, row) => row * ROW)
    .filter((start) => bytes.subarray(start, start + ROW).some((byte) => byte !== ERASED))
    .map((start) => rowText(start, bytes.subarray(start, start + ROW)));
  return [used === 0 ? `${bytes.length} bytes, all ff` : `${bytes.length} bytes, ${used} of them not ff`, ...rows].join(
    '\n',
  );
}

function rowText(start: number, row: Uint8Array): string {
  const hex = Array.from(row, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const letters = Array.from(row, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
  return `${start.toString(16).padStart(4, '0')}  ${hex.padEnd(3 * ROW)} ${letters}`;
}
