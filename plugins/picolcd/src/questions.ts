import { LcdError } from '@lcdflow/core';

/** Facts that a panel tells when its report is sent to it; the answer has the same ID (docs/protocol.md section 2.3). */
export const FACTS = { version: 0xf1, deviceId: 0xf5, splashSize: 0xf6, hookVersion: 0xf7 } as const;

/** A memory that is read and written in pieces. */
export interface Memory {
  readonly name: string;
  /** In bytes, from address 0. */
  readonly size: number;
  /** The most bytes in one report. */
  readonly piece: number;
  /** IDs of the reports that ask for a piece and that answer. */
  readonly read: number;
  readonly answer: number;
}

/** The data EEPROM: free for the user, keeps its bytes without power (docs/protocol.md section 2.5). */
export const EEPROM: Memory = { name: 'EEPROM', size: 0x100, piece: 20, read: 0xa3, answer: 0x32 };

/** The memory chip beside the 20x2's processor (docs/protocol.md section 11.5). */
export const EXTERNAL_EEPROM: Memory = { name: 'external EEPROM', size: 0x2000, piece: 20, read: 0xa1, answer: 0x31 };

/** The splash's part of the flash, 4200 to 5fff, which counts from 0 (docs/protocol.md section 2.5). */
export const FLASH: Memory = { name: 'flash', size: 0x1e00, piece: 32, read: 0xb3, answer: 0x41 };

const WRITE_EEPROM = 0xa4;
const FIRST_QUESTION = 0xa1;

/** Bytes of a memory in a row. */
export interface Span {
  readonly address: number;
  readonly length: number;
}

/** Whether a report is answered, and so has no other way to complain than to whoever asked. */
export const isQuestion = (report: number): boolean => report >= FIRST_QUESTION;

/** Its second byte means nothing. */
export const encodeQuestion = (fact: keyof typeof FACTS): Uint8Array => Uint8Array.of(FACTS[fact], 0);

/** Asks for a piece of a memory. */
export const encodeRead = ({ read }: Memory, { address, length }: Span): Uint8Array =>
  Uint8Array.of(read, address & 0xff, address >> 8, length);

/** Writes a piece of the EEPROM. */
export const encodeWrite = (address: number, bytes: Uint8Array): Uint8Array =>
  Uint8Array.of(WRITE_EEPROM, address & 0xff, address >> 8, bytes.length, ...bytes);

/** The pieces that a span is read or written in. @throws LcdError `config` if it does not lie in the memory */
export function piecesOf({ name, size, piece }: Memory, { address, length }: Span): readonly Span[] {
  const end = address + length;
  const fits = Number.isInteger(address) && Number.isInteger(length) && address >= 0 && length >= 0 && end <= size;
  if (!fits) throw new LcdError('config', `${name}: ${size} bytes from address 0, not ${length} from ${address}`);
  return Array.from({ length: Math.ceil(length / piece) }, (_, index) => {
    const start = address + index * piece;
    return { address: start, length: Math.min(piece, end - start) };
  });
}
