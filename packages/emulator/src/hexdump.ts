const WIDTH = 16;

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

const row = (packet: Uint8Array, offset: number): string =>
  `${hex(offset, 4)}  ${Array.from(packet.subarray(offset, offset + WIDTH), (byte) => hex(byte, 2)).join(' ')}`;

/** Where the zeros begin that fill whole rows to the end; the length when they fill none. */
function zerosFrom(packet: Uint8Array): number {
  const offset = Math.ceil((packet.findLastIndex((byte) => byte !== 0) + 1) / WIDTH) * WIDTH;
  return packet.length - offset < WIDTH ? packet.length : offset;
}

/**
 * The bytes of a packet, 16 a line behind their offset. Zeros that fill whole lines to the end become one line such as
 * `0020  * to 003f`, where the last number is the offset of the last byte.
 */
export function hexdump(packet: Uint8Array): string[] {
  const zeros = zerosFrom(packet);
  const lines: string[] = [];
  for (let offset = 0; offset < zeros; offset += WIDTH) lines.push(row(packet, offset));
  if (zeros < packet.length) lines.push(`${hex(zeros, 4)}  * to ${hex(packet.length - 1, 4)}`);
  return lines;
}
