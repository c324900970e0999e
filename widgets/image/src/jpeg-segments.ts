/** A piece of a JPEG behind its marker (ITU-T T.81, annex B). */
export interface Segment {
  /** The second byte of its marker. */
  readonly marker: number;
  /** What is behind its length, as far as it is there. */
  readonly content: Uint8Array;
}

/** The pieces of a JPEG from its beginning on, as far as they go. */
export function* jpegSegments(bytes: Uint8Array): Generator<Segment> {
  for (let at = 2; at + 3 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1]!;
    // A marker may have further 0xff before it.
    if (marker === 0xff) at++;
    else {
      const end = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
      yield { marker, content: bytes.subarray(at + 4, Math.max(at + 4, end)) };
      at = end;
    }
  }
}
