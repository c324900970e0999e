import { type KeyEvent, LcdError } from '@lcdflow/core';

/** What went up and what went down between two sets of keys. */
export function keyEvents(before: readonly string[], after: readonly string[]): readonly KeyEvent[] {
  const up = before.filter((key) => !after.includes(key)).map((key) => ({ key, pressed: false }));
  const down = after.filter((key) => !before.includes(key)).map((key) => ({ key, pressed: true }));
  return [...up, ...down];
}

/** The keys of a device with a bit for each, the one of bit 0 first. */
export const keysOfBits = (names: readonly string[], bits: number): readonly string[] =>
  names.filter((_, index) => (bits >> index) & 1);

/** Bytes of a SETUP packet. */
const SETUP = 8;
const ANSWER = 2;

/**
 * The two bytes that an LCD2USB answers to a request; `undefined` when the packet answers another one.
 * @throws LcdError `protocol` if it is cut short
 */
export function decodeAnswer(packet: Uint8Array, code: number): readonly [number, number] | undefined {
  if (packet[1] !== code) return undefined;
  const [first, second] = packet.subarray(SETUP);
  if (first !== undefined && second !== undefined) return [first, second];
  throw new LcdError('protocol', `lcd2usb: ${ANSWER} bytes are expected as an answer, not ${packet.length - SETUP}`);
}

/** Takes chunks of a stream of bytes, however it is cut; gives each byte behind a prefix. Everything else is dropped. */
export function keyCodes(prefix: number): (chunk: Uint8Array) => readonly number[] {
  let isNext = false;
  return (chunk) => {
    const codes: number[] = [];
    for (const byte of chunk) {
      if (isNext) codes.push(byte);
      isNext = !isNext && byte === prefix;
    }
    return codes;
  };
}
