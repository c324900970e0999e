import { crcOf } from './crc.ts';

const MOST_DATA = 22;

/** A packet as the paper draws it (docs/protocol.md section 2.1). */
export interface WirePacket {
  readonly type: number;
  readonly data: Uint8Array;
}

/** The bytes of a packet. */
export function bytesOf({ type, data }: WirePacket): Uint8Array {
  const body = Uint8Array.of(type, data.length, ...data);
  const crc = crcOf(body);
  return Uint8Array.of(...body, crc & 0xff, crc >> 8);
}

/** Why bytes are no packet. */
export type Flaw = 'cut short' | 'too long' | 'wrong CRC';

/** What bytes begin with. */
export function packetIn(bytes: Uint8Array): WirePacket | Flaw {
  const [type, length] = bytes;
  if (type === undefined || length === undefined) return 'cut short';
  if (length > MOST_DATA) return 'too long';
  const end = 2 + length;
  if (bytes.length < end + 2) return 'cut short';
  const crc = bytes[end]! | (bytes[end + 1]! << 8);
  return crc === crcOf(bytes.subarray(0, end)) ? { type, data: bytes.slice(2, end) } : 'wrong CRC';
}

/** Packets from a stream of bytes that comes in pieces. What is no packet loses its first byte, and is looked at again. */
export class PacketReader {
  #bytes = new Uint8Array();

  read(piece: Uint8Array): readonly WirePacket[] {
    this.#bytes = Uint8Array.of(...this.#bytes, ...piece);
    const packets: WirePacket[] = [];
    for (let next = packetIn(this.#bytes); next !== 'cut short'; next = packetIn(this.#bytes)) {
      if (typeof next !== 'string') packets.push(next);
      this.#bytes = this.#bytes.slice(typeof next === 'string' ? 1 : next.data.length + 4);
    }
    return packets;
  }
}
