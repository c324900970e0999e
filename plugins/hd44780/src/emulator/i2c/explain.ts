import { dataWords } from '@lcdflow/core';
import { instructionWords } from '../instructions.ts';
import type { Wiring } from './wirings.ts';

/** What the halves of bytes in a packet are, in order. */
function halvesOf(packet: Uint8Array, { rs, en, firstData }: Wiring) {
  const falls = Array.from(
    packet,
    (byte, at) => (byte & en) !== 0 && at + 1 < packet.length && !(packet[at + 1]! & en),
  );
  return Array.from(packet)
    .filter((_, at) => falls[at])
    .map((byte) => ({ isData: (byte & rs) !== 0, bits: (byte >> firstData) & 0x0f }));
}

/** A packet in words, as if it began with the upper half of a byte. Never throws, whatever the bytes are. */
export const explain =
  (wiring: Wiring) =>
  (packet: Uint8Array): string => {
    const halves = halvesOf(packet, wiring);
    const isLit = (((packet.at(-1) ?? 0) & wiring.light) !== 0) !== wiring.lightIsLow;
    if (halves.length === 0) return packet.length === 0 ? 'empty packet' : `light ${isLit ? 'on' : 'off'}`;
    if (halves.length === 1) return `half ${halves[0]!.bits.toString(16)}`;
    const words: string[] = [];
    let letters: number[] = [];
    for (let at = 0; at + 1 < halves.length; at += 2) {
      const [upper, lower] = [halves[at]!, halves[at + 1]!];
      const byte = (upper.bits << 4) | lower.bits;
      if (upper.isData) letters.push(byte);
      else {
        if (letters.length > 0) words.push(dataWords(letters));
        letters = [];
        words.push(instructionWords(byte));
      }
    }
    if (letters.length > 0) words.push(dataWords(letters));
    return words.join(', ');
  };
