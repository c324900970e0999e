/** Writes numbers one after the other, big-endian. */
export interface Writing {
  u8(...values: readonly number[]): void;
  u16(...values: readonly number[]): void;
  u32(...values: readonly number[]): void;
  bytes(values: Uint8Array): void;
  /** What has been written; zeros where nothing was. */
  done(): Uint8Array;
}

/** Starts a message of so many bytes. */
export function writing(size: number): Writing {
  const bytes = new Uint8Array(size);
  const view = viewOf(bytes);
  let at = 0;
  const put = (width: number, set: (value: number) => void) => (values: readonly number[]) => {
    for (const value of values) {
      set(value);
      at += width;
    }
  };
  const u8 = put(1, (value) => view.setUint8(at, value));
  const u16 = put(2, (value) => view.setUint16(at, value));
  const u32 = put(4, (value) => view.setUint32(at, value));
  return {
    u8: (...values) => u8(values),
    u16: (...values) => u16(values),
    u32: (...values) => u32(values),
    bytes: (values) => {
      bytes.set(values, at);
      at += values.length;
    },
    done: () => bytes,
  };
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A text in so many bytes, cut, or filled up with zeros. */
export function ascii(text: string, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  bytes.set(Array.from(text.slice(0, size - 1), (letter) => letter.charCodeAt(0) & 0x7f));
  return bytes;
}

/** The text in front of the first zero. */
export function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return String.fromCharCode(...bytes.subarray(0, end < 0 ? bytes.length : end));
}

/** Chunks as one. */
export function joined(...chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
