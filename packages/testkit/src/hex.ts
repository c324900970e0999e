/** Bytes from a text such as `95 00 1f`, also over several lines. */
export const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text.split(/\s+/).filter(Boolean), (byte) => Number.parseInt(byte, 16));

/** Bytes as a text such as `95 00 1f`. */
export const hex = (packet: Uint8Array): string =>
  Array.from(packet, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
