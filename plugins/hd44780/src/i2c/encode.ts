import type { Access } from '../encode.ts';
import type { Pins } from './wirings.ts';

/** What the pins that are no data are, as the expander's byte. */
const idle = ({ light, lightIsLow = false }: Pins, isLit: boolean): number =>
  light !== undefined && isLit !== lightIsLow ? 1 << light : 0;

const onData = ({ data }: Pins, half: number): number =>
  data.reduce((byte, pin, bit) => byte | (((half >> bit) & 1) << pin), 0);

/**
 * Half a byte: the controller takes it when E falls. The pins have to be there before E rises, so that only the second
 * half of a byte, behind the same register, may come together with it.
 */
function* half(pins: Pins, rest: number, bits: number, isSecond: boolean): Generator<number> {
  const byte = rest | onData(pins, bits);
  if (!isSecond) yield byte;
  yield byte | (1 << pins.en);
  yield byte;
}

/** Accesses as one packet: five bytes for the expander for each byte of the controller, read and write low. */
export const encodeAccesses = (pins: Pins, isLit: boolean, accesses: readonly Access[]): Uint8Array =>
  Uint8Array.from(
    accesses.flatMap(({ register, bytes }) => {
      const rest = idle(pins, isLit) | (register === 'data' ? 1 << pins.rs : 0);
      return Array.from(bytes).flatMap((byte) => [
        ...half(pins, rest, byte >> 4, false),
        ...half(pins, rest, byte & 0x0f, true),
      ]);
    }),
  );

/** All pins at rest, with the light. */
export const encodeLight = (pins: Pins, isLit: boolean): Uint8Array => Uint8Array.of(idle(pins, isLit));

/** Half an instruction, as long as nobody knows how wide the controller takes its bus to be. */
export const encodeHalf = (pins: Pins, isLit: boolean, bits: number): Uint8Array =>
  Uint8Array.from(half(pins, idle(pins, isLit), bits, false));
