const POLYNOMIAL = 0x8408;
const ALL = 0xffff;

/** CRC-16/X-25: reflected polynomial 0x1021, starts with all ones, complemented (docs/protocol.md section 2.1). */
export function crc16(bytes: Uint8Array): number {
  let crc = ALL;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ POLYNOMIAL : crc >> 1;
  }
  return crc ^ ALL;
}
