const INFRARED = 0x21;
const HEADER = 2;

/** Which sign the panel gives marks, the times with light: sources disagree (docs/protocol.md section 7.2). */
export type Marks = 'negative' | 'positive';

/**
 * The pulses of an infrared report in µs, marks positive and spaces negative; `undefined` when it is another packet. A
 * long signal comes in several reports; the space behind its last mark is not sent.
 */
export function decodeInfrared(packet: Uint8Array, marks: Marks = 'negative'): readonly number[] | undefined {
  const announced = packet[1];
  if (packet[0] !== INFRARED || announced === undefined) return undefined;
  const words = new DataView(packet.buffer, packet.byteOffset, packet.length);
  const count = Math.min(announced, packet.length - HEADER) >> 1;
  return Array.from({ length: count }, (_, index) => {
    const word = words.getInt16(HEADER + 2 * index, true);
    return marks === 'negative' ? 0 - word : word;
  });
}
