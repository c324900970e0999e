import { LcdError, type TransferQueue } from '@lcdflow/core';
import { concat, defer, ignoreElements, map, type Observable, of, reduce, switchMap } from 'rxjs';
import {
  type DeviceId,
  decodeDeviceId,
  decodeHookVersion,
  decodeSplashSize,
  decodeStored,
  decodeVersion,
  type SplashSize,
} from './answers.ts';
import { decodeFault } from './decode.ts';
import {
  EEPROM,
  EXTERNAL_EEPROM,
  encodeQuestion,
  encodeRead,
  encodeWrite,
  FLASH,
  type Memory,
  piecesOf,
  type Span,
} from './questions.ts';

/** As long as the Linux driver waits, in ms (docs/protocol.md section 4). */
const WITHIN = 2_000;

/**
 * Asks one question; others wait for its answer. Errors with `timeout` after 2 s and with `protocol` if the panel
 * answers with an error report. One without an ID is taken as the answer, for nothing else is being asked.
 */
function ask<T>(
  queue: TransferQueue,
  question: Uint8Array,
  decode: (packet: Uint8Array) => T | undefined,
): Observable<T> {
  const [id] = question;
  const answer = (packet: Uint8Array): T | undefined => {
    const fault = decodeFault(packet);
    if (!fault) return decode(packet);
    if (fault.report !== undefined && fault.report !== id) return undefined;
    throw new LcdError('protocol', `the panel refuses report 0x${id!.toString(16)}: ${fault.words}`);
  };
  return queue.request(question, answer, WITHIN);
}

/** The firmware's version such as `1.00`. Errors with `timeout` or `protocol`, as all that ask. */
export const firmwareVersion = (queue: TransferQueue): Observable<string> =>
  ask(queue, encodeQuestion('version'), decodeVersion);

/** The version of the hooks in the firmware. Which byte comes first is not sure (docs/protocol.md section 2.2). */
export const hookVersion = (queue: TransferQueue): Observable<string> =>
  ask(queue, encodeQuestion('hookVersion'), decodeHookVersion);

/** The vendor's paper calls it not implemented: be ready for `timeout`. */
export const deviceId = (queue: TransferQueue): Observable<DeviceId> =>
  ask(queue, encodeQuestion('deviceId'), decodeDeviceId);

export const splashSize = (queue: TransferQueue): Observable<SplashSize> =>
  ask(queue, encodeQuestion('splashSize'), decodeSplashSize);

/** Reads the EEPROM, 20 bytes a question. Errors with `config` beyond its 256 bytes. */
export const readEeprom = (queue: TransferQueue, address = 0, length = EEPROM.size - address): Observable<Uint8Array> =>
  readAll(queue, EEPROM, { address, length });

/** Reads the 20x2's external EEPROM, 20 bytes a question. Errors with `config` beyond its 8192 bytes. */
export const readExternalEeprom = (
  queue: TransferQueue,
  address = 0,
  length = EXTERNAL_EEPROM.size - address,
): Observable<Uint8Array> => readAll(queue, EXTERNAL_EEPROM, { address, length });

/** Reads the splash's flash, 32 bytes a question. Errors with `config` beyond its 7680 bytes. */
export const readFlash = (queue: TransferQueue, address = 0, length = FLASH.size - address): Observable<Uint8Array> =>
  readAll(queue, FLASH, { address, length });

/**
 * Writes bytes to the EEPROM, 20 a packet, each verified before the next goes; completes when all are stored. Errors
 * with `config` beyond its 256 bytes and with `protocol` if other bytes are stored; those before stay written.
 */
export const writeEeprom = (queue: TransferQueue, address: number, bytes: Uint8Array): Observable<never> =>
  defer(() => {
    const copy = bytes.slice();
    const pieces = piecesOf(EEPROM, { address, length: copy.length });
    return concat(...pieces.map((piece) => writePiece(queue, piece, copy.subarray(piece.address - address))));
  });

const readAll = (queue: TransferQueue, memory: Memory, span: Span): Observable<Uint8Array> =>
  defer(() => concat(...piecesOf(memory, span).map((piece) => readPiece(queue, memory, piece)))).pipe(
    reduce<Uint8Array, readonly number[]>((read, piece) => [...read, ...piece], []),
    map((read) => Uint8Array.from(read)),
  );

const readPiece = (queue: TransferQueue, memory: Memory, piece: Span): Observable<Uint8Array> =>
  ask(queue, encodeRead(memory, piece), (packet) => decodeStored(packet, memory, piece));

/** What comes back may be the late answer to an older question for this piece; so a difference is looked at again. */
function writePiece(queue: TransferQueue, piece: Span, from: Uint8Array): Observable<never> {
  const bytes = from.subarray(0, piece.length);
  const isStored = (stored: Uint8Array) => stored.every((byte, index) => byte === bytes[index]);
  const written = ask(queue, encodeWrite(piece.address, bytes), (packet) => decodeStored(packet, EEPROM, piece));
  return written.pipe(
    switchMap((stored) => (isStored(stored) ? of(stored) : readPiece(queue, EEPROM, piece))),
    map((stored) => {
      if (!isStored(stored))
        throw new LcdError('protocol', `EEPROM: other bytes are stored at ${piece.address} than sent`);
    }),
    ignoreElements(),
  );
}
