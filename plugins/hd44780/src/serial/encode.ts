import type { Access } from '../encode.ts';
import type { Backpack } from './backpacks.ts';

const escaped = ({ literal }: Backpack, byte: number): readonly number[] =>
  literal && byte >= literal.from && byte <= literal.to ? [literal.prefix, byte] : [byte];

/** Accesses as one packet: each instruction behind its prefix, data as they are or behind theirs. */
export const encodeAccesses = (backpack: Backpack, accesses: readonly Access[]): Uint8Array =>
  Uint8Array.from(
    accesses.flatMap(({ register, bytes }) =>
      Array.from(bytes).flatMap((byte) =>
        register === 'instruction' ? [backpack.prefix, byte] : escaped(backpack, byte),
      ),
    ),
  );

/** What asks for the keys. */
export const encodeInstruction = ({ prefix }: Backpack, byte: number): Uint8Array => Uint8Array.of(prefix, byte);

/** Bits that a byte takes on the line. */
const BITS = 10;

/** As many letters as moving the cursor takes as long as: two bytes, and the pauses behind them. */
export const moveCost = ({ pause = 0 }: Backpack, baudRate: number): number =>
  Math.round(2 + (2 * pause * baudRate) / (1_000 * BITS));

/** A packet in pieces, each with the pause behind it in ms: a backpack that is slow needs one behind every prefix and instruction. */
export function* piecesOf(
  packet: Uint8Array,
  { prefix, pause = 0 }: Backpack,
): Generator<readonly [Uint8Array, number]> {
  let from = 0;
  while (from < packet.length) {
    if (packet[from] === prefix) {
      yield [packet.subarray(from, from + 1), pause];
      yield [packet.subarray(from + 1, from + 2), pause];
      from += 2;
    } else {
      const next = packet.indexOf(prefix, from);
      const end = next < 0 ? packet.length : next;
      yield [packet.subarray(from, end), 0];
      from = end;
    }
  }
}
