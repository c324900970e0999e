import { LcdError } from '@lcdflow/core';
import { styledText, type TextRow } from './style.ts';

const HEADER = 4;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Text for a place of a panel's region: row u16 BE, column u16 BE, then UTF-8 with SGR sequences (README, Protocol). */
export function encodePacket({ row, column, runs }: TextRow): Uint8Array {
  const text = encoder.encode(styledText(runs));
  const packet = new Uint8Array(HEADER + text.length);
  const view = new DataView(packet.buffer);
  view.setUint16(0, row);
  view.setUint16(2, column);
  packet.set(text, HEADER);
  return packet;
}

/** What `encodePacket` makes. @throws LcdError `protocol` when it is shorter than its header. */
export function decodePacket(packet: Uint8Array): {
  readonly row: number;
  readonly column: number;
  readonly text: string;
} {
  if (packet.length < HEADER)
    throw new LcdError('protocol', `terminal: a packet has row, column and text, not ${packet.length} bytes`);
  const view = new DataView(packet.buffer, packet.byteOffset);
  return { row: view.getUint16(0), column: view.getUint16(2), text: decoder.decode(packet.subarray(HEADER)) };
}
