import type { Parsed } from '@lcdflow/core';
import { crc16 } from './crc.ts';

/** Type, length and two bytes of CRC. */
const OVERHEAD = 4;
const HEAD = 2;
/** Data bytes a packet may have. */
const MOST_DATA = 22;
/** Bytes of the longest packet. */
export const LONGEST = MOST_DATA + OVERHEAD;

/** What the upper two bits of a type say (docs/protocol.md section 2.1). */
export const KIND = { command: 0x00, answer: 0x40, report: 0x80, refusal: 0xc0 } as const;

export const kindOf = ([type = 0]: Uint8Array): number => type & 0xc0;
/** The command that a packet is, answers or refuses; the number of a report. */
export const numberOf = ([type = 0]: Uint8Array): number => type & 0x3f;
export const dataOf = (packet: Uint8Array): Uint8Array => packet.subarray(HEAD, packet.length - 2);

/** A packet with its CRC, low byte first. */
export function encodePacket(type: number, data: ArrayLike<number>): Uint8Array {
  const packet = new Uint8Array(data.length + OVERHEAD);
  packet.set([type, data.length]);
  packet.set(data, HEAD);
  const crc = crc16(packet.subarray(0, -2));
  packet.set([crc & 0xff, crc >> 8], packet.length - 2);
  return packet;
}

/** What bytes from a panel begin with: type, length and CRC of a packet must be right. */
export function parsePacket(bytes: Uint8Array): Parsed<Uint8Array> {
  const [type, length] = bytes;
  if (type === undefined) return 'more';
  if (kindOf(bytes) === KIND.command) return { skip: 1 };
  if (length === undefined) return 'more';
  if (length > MOST_DATA) return { skip: 1 };
  const packet = bytes.subarray(0, length + OVERHEAD);
  if (packet.length < length + OVERHEAD) return 'more';
  return hasRightCrc(packet) ? { packet, used: packet.length } : { skip: 1 };
}

function hasRightCrc(packet: Uint8Array): boolean {
  const [low, high] = packet.subarray(-2);
  return crc16(packet.subarray(0, -2)) === low! + high! * 0x100;
}
