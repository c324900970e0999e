/** Bytes from hexadecimal digits with blanks between them. */
export const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text.split(' ').filter(Boolean), (byte) => Number.parseInt(byte, 16));

/** Hexadecimal digits of bytes, with blanks between them. */
export const hex = (packet: Uint8Array): string =>
  Array.from(packet, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
