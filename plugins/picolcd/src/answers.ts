import { LcdError } from '@lcdflow/core';
import { FACTS, FLASH, type Memory, type Span } from './questions.ts';

/** Who a panel says it is. */
export interface DeviceId {
  /** Four bytes as eight hexadecimal digits. */
  readonly serial: string;
  readonly type: number;
}

/** How much of the splash's memory is used, in bytes. */
export interface SplashSize {
  readonly largest: number;
  readonly used: number;
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

/** What stands behind the ID; `undefined` when it is another report. @throws LcdError `protocol` if it is cut short */
function contents(packet: Uint8Array, id: number, length: number): Uint8Array | undefined {
  if (packet[0] !== id) return undefined;
  if (packet.length > length) return packet.subarray(1, 1 + length);
  throw new LcdError(
    'protocol',
    `answer 0x${hex(id)}: ${length} bytes are expected behind the ID, not ${packet.length - 1}`,
  );
}

function version(packet: Uint8Array, id: number): string | undefined {
  const bytes = contents(packet, id, 2);
  return bytes && `${bytes[1]!.toString(16)}.${hex(bytes[0]!)}`;
}

/** `1.03`: minor and major are binary coded decimals (docs/protocol.md section 2.2, as all answers here). */
export const decodeVersion = (packet: Uint8Array): string | undefined => version(packet, FACTS.version);

export const decodeHookVersion = (packet: Uint8Array): string | undefined => version(packet, FACTS.hookVersion);

export function decodeDeviceId(packet: Uint8Array): DeviceId | undefined {
  const bytes = contents(packet, FACTS.deviceId, 5);
  return bytes && { serial: Array.from(bytes.subarray(0, 4), hex).join(''), type: bytes[4]! };
}

/** Sources disagree about the order of bytes: little endian, unless only big endian fits into the flash. */
export function decodeSplashSize(packet: Uint8Array): SplashSize | undefined {
  const bytes = contents(packet, FACTS.splashSize, 4);
  if (!bytes) return undefined;
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const little = words.getUint16(0, true) <= FLASH.size || words.getUint16(0) > FLASH.size;
  return { largest: words.getUint16(0, little), used: words.getUint16(2, little) };
}

/** What is stored in a piece of a memory; `undefined` when the packet answers for another piece. */
export function decodeStored(
  packet: Uint8Array,
  { answer }: Memory,
  { address, length }: Span,
): Uint8Array | undefined {
  const head = contents(packet, answer, 3);
  if (!head || head[0] !== (address & 0xff) || head[1] !== address >> 8 || head[2] !== length) return undefined;
  return contents(packet, answer, 3 + length)!.slice(3);
}
