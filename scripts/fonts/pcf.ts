/**
 * Reads the X Window System's portable compiled font format, as far as fixed cells need it.
 * Written from the public description at https://fontforge.org/docs/techref/pcf-format.html.
 */

/** One letter: its ink's place relative to the origin on the baseline, and its pixels from the top row down. */
export interface PcfGlyph {
  /** Columns from the origin to the ink's left edge. */
  readonly left: number;
  readonly width: number;
  /** Columns from this letter's origin to the next one's. */
  readonly advance: number;
  /** Rows above the baseline. */
  readonly ascent: number;
  /** Each row as a number whose bit `width - 1 - x` is pixel x. */
  readonly rows: readonly number[];
}

export interface PcfFont {
  /** Rows from the top of a line to the baseline. */
  readonly ascent: number;
  /** Rows from the baseline to the bottom of a line. */
  readonly descent: number;
  readonly glyphs: ReadonlyMap<number, PcfGlyph>;
}

const TABLE = { accelerators: 1 << 1, metrics: 1 << 2, bitmaps: 1 << 3, encodings: 1 << 5 } as const;
const COMPRESSED_METRICS = 0x100;
const NO_GLYPH = 0xffff;

interface Table {
  readonly format: number;
  /** Where the table's content begins, behind the copy of its format. */
  readonly start: number;
  u8(at: number): number;
  i16(at: number): number;
  u16(at: number): number;
  i32(at: number): number;
}

/** The table of one type; its numbers are little-endian unless bit 2 of its format says otherwise. */
function tableOf(bytes: Uint8Array, type: number): Table {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = Array.from({ length: view.getInt32(4, true) }, (_, index) => 8 + 16 * index);
  const entry = entries.find((at) => view.getInt32(at, true) === type);
  if (entry === undefined) throw new Error(`expected a PCF table of type ${type}`);
  const offset = view.getInt32(entry + 12, true);
  const format = view.getInt32(offset, true);
  const little = (format & 4) === 0;
  const start = offset + 4;
  return {
    format,
    start,
    u8: (at) => view.getUint8(start + at),
    i16: (at) => view.getInt16(start + at, little),
    u16: (at) => view.getUint16(start + at, little),
    i32: (at) => view.getInt32(start + at, little),
  };
}

type Metrics = readonly [left: number, right: number, advance: number, ascent: number, descent: number];

function metricsOf(table: Table): readonly Metrics[] {
  if ((table.format & COMPRESSED_METRICS) === 0)
    return Array.from({ length: table.i32(0) }, (_, glyph) => {
      const field = (index: number) => table.i16(4 + 12 * glyph + 2 * index);
      return [field(0), field(1), field(2), field(3), field(4)];
    });
  return Array.from({ length: table.i16(0) }, (_, glyph) => {
    const field = (index: number) => table.u8(2 + 5 * glyph + index) - 0x80;
    return [field(0), field(1), field(2), field(3), field(4)];
  });
}

/** Pixel x of a row, where bytes may be swapped inside scan units and bits may count from either end. */
function pixelReader(table: Table, data: number): (row: number, x: number) => number {
  const unit = 1 << ((table.format >> 4) & 3);
  const highBitFirst = (table.format & 8) !== 0;
  const highByteFirst = (table.format & 4) !== 0;
  const swap = highBitFirst === highByteFirst ? 0 : unit - 1;
  return (row, x) => {
    const byte = table.u8(data + ((row + (x >> 3)) ^ swap));
    return (byte >> (highBitFirst ? 7 - (x & 7) : x & 7)) & 1;
  };
}

function glyphsOf(table: Table, metrics: readonly Metrics[]): readonly PcfGlyph[] {
  const count = table.i32(0);
  const pad = 1 << (table.format & 3);
  const pixel = pixelReader(table, 4 + 4 * count + 16);
  return metrics.map(([left, right, advance, ascent, descent], glyph) => {
    const width = right - left;
    const stride = Math.ceil(width / (8 * pad)) * pad;
    const rows = Array.from({ length: ascent + descent }, (_, y) => {
      let row = 0;
      for (let x = 0; x < width; x++) row = row * 2 + pixel(table.i32(4 + 4 * glyph) + y * stride, x);
      return row;
    });
    return { left, width, advance, ascent, rows };
  });
}

/** Reads an unpacked `.pcf` file whose encoding is ISO 10646-1 or a part of it such as ASCII. */
export function readPcf(bytes: Uint8Array): PcfFont {
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== '\x01fcp') throw new Error('expected a PCF file');
  const glyphs = glyphsOf(tableOf(bytes, TABLE.bitmaps), metricsOf(tableOf(bytes, TABLE.metrics)));
  const encoding = tableOf(bytes, TABLE.encodings);
  const [firstLow, lastLow, firstHigh, lastHigh] = [0, 2, 4, 6].map((at) => encoding.i16(at)) as [
    number,
    number,
    number,
    number,
  ];
  const letters = new Map<number, PcfGlyph>();
  for (let high = firstHigh, at = 10; high <= lastHigh; high++)
    for (let low = firstLow; low <= lastLow; low++, at += 2) {
      const glyph = encoding.u16(at);
      if (glyph !== NO_GLYPH) letters.set(high * 256 + low, glyphs[glyph]!);
    }
  const accelerators = tableOf(bytes, TABLE.accelerators);
  return { ascent: accelerators.i32(8), descent: accelerators.i32(12), glyphs: letters };
}
