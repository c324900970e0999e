/** The remainders of all bytes for the reflected polynomial 0x8408 (docs/protocol.md section 2.1). */
const TABLE = Uint16Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >> 1) ^ 0x8408 : remainder >> 1;
  return remainder;
});

/** CRC-16/X-25. */
export const crcOf = (bytes: Uint8Array): number =>
  bytes.reduce((crc, byte) => TABLE[(crc ^ byte) & 0xff]! ^ (crc >> 8), 0xffff) ^ 0xffff;
