import { broken } from './letters.ts';

/** One table of a PCF file; positions count from its content, behind the copy of its format. */
export interface PcfTable {
  readonly format: number;
  /** Bytes of the content. */
  readonly length: number;
  u8(at: number): number;
  i16(at: number): number;
  u16(at: number): number;
  i32(at: number): number;
}

const MOST_TABLES = 64;
const HIGH_BYTE_FIRST = 4;

/** What finds the table of a type. Reading beyond a table is a `RangeError`. */
export function pcfTables(bytes: Uint8Array): (type: number) => PcfTable | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getInt32(4, true);
  if (count < 1 || count > MOST_TABLES)
    throw broken(`a PCF font of 1 to ${MOST_TABLES} tables is expected, not ${count}`);
  const entries = Array.from({ length: count }, (_, index) => 8 + 16 * index);
  return (type) => {
    const entry = entries.find((at) => view.getInt32(at, true) === type);
    return entry === undefined ? undefined : tableAt(bytes, view, entry);
  };
}

function tableAt(bytes: Uint8Array, view: DataView, entry: number): PcfTable {
  const size = view.getUint32(entry + 8, true);
  const offset = view.getUint32(entry + 12, true);
  const format = view.getInt32(offset, true);
  const little = (format & HIGH_BYTE_FIRST) === 0;
  // Sizes may say more than there is: bdftopcf gives the last table one for fields that it leaves out.
  const length = Math.max(0, Math.min(size, bytes.length - offset) - 4);
  const content = new DataView(bytes.buffer, bytes.byteOffset + offset + 4, length);
  return {
    format,
    length: content.byteLength,
    u8: (at) => content.getUint8(at),
    i16: (at) => content.getInt16(at, little),
    u16: (at) => content.getUint16(at, little),
    i32: (at) => content.getInt32(at, little),
  };
}
