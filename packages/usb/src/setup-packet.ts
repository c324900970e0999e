import { LcdError } from '@lcdflow/core';

/** Bytes of a SETUP packet (USB 2.0, 9.3). */
export const SETUP = 8;

/** Bit 7 of bmRequestType: the data come from the device. */
const TO_HOST = 0x80;

/** What a request says of its data. */
export interface Request {
  /** Whether they come from the device. */
  readonly asks: boolean;
  /** wLength: how many bytes go out, or are welcome at most. */
  readonly length: number;
}

/** Reads a SETUP packet with the data behind it. @throws LcdError `protocol` if the packet has another length than it says */
export function requestOf(packet: Uint8Array): Request {
  const asks = (packet[0] ?? 0) >= TO_HOST;
  const length = (packet[6] ?? 0) | ((packet[7] ?? 0) << 8);
  const expected = asks ? SETUP : SETUP + length;
  if (packet.length === expected) return { asks, length };
  throw new LcdError('protocol', `a request of ${expected} bytes is expected, not of ${packet.length}`);
}

/** A request for people: `40 2a 01 03 0c 00 00 00`. */
export const requestText = (packet: Uint8Array): string =>
  Array.from(packet.subarray(0, SETUP), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
