/** The bits of a byte of a length, and the one that says that another byte follows (MQTT 3.1.1, 2.2.3). */
const BITS = 0x7f;
const MORE = 0x80;
/** The most bytes of a length. */
const LONGEST = 4;

/**
 * Makes what a broker sends bounded: of a packet whose remaining length (MQTT 3.1.1, 2.2.3) is more than `most` the first
 * `most` bytes are kept, and its header says so. What comes after it is whole. To be made once for a connection; takes
 * its bytes in any pieces. What has no length is passed on as it is.
 */
export function shortenPackets(most: number): (piece: Uint8Array) => Buffer {
  let header: number[] = [];
  let [kept, dropped] = [0, 0];
  /** Takes a byte of a header, and gives the header once it is complete. */
  const begin = (byte: number): Uint8Array | undefined => {
    header.push(byte);
    if (header.length === 1 || (byte >= MORE && header.length <= LONGEST)) return undefined;
    const [type, ...length] = header;
    header = [];
    if (byte >= MORE) {
      kept = Number.POSITIVE_INFINITY;
      return Uint8Array.of(type!, ...length);
    }
    const whole = numberIn(length);
    kept = Math.min(whole, most);
    dropped = whole - kept;
    return Uint8Array.of(type!, ...bytesOf(kept));
  };
  const take = (rest: Uint8Array): readonly [taken: number, given: Uint8Array | undefined] => {
    if (kept > 0) {
      const part = rest.subarray(0, kept);
      kept -= part.length;
      return [part.length, part];
    }
    const taken = Math.min(dropped, rest.length);
    dropped -= taken;
    return taken > 0 ? [taken, undefined] : [1, begin(rest[0]!)];
  };
  return (piece) => {
    const given: Uint8Array[] = [];
    for (let at = 0; at < piece.length; ) {
      const [taken, part] = take(piece.subarray(at));
      if (part !== undefined) given.push(part);
      at += taken;
    }
    return Buffer.concat(given);
  };
}

/** The lowest seven bits come first. */
const numberIn = (bytes: readonly number[]): number =>
  bytes.reduceRight((number, byte) => number * MORE + (byte & BITS), 0);

const bytesOf = (number: number): readonly number[] =>
  number < MORE ? [number] : [(number & BITS) | MORE, ...bytesOf(Math.floor(number / MORE))];
