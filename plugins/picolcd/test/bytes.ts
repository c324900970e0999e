/** `94 00 3f`: the bytes of such a text. */
export const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text.trim().split(/\s+/).filter(Boolean), (byte) => Number.parseInt(byte, 16));

/** The text of such bytes. */
export const hex = (packet: Uint8Array): string =>
  Array.from(packet, (byte) => byte.toString(16).padStart(2, '0')).join(' ');

/** The bytes of letters of ASCII. */
export const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
