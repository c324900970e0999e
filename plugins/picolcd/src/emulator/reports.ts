/** The longest packet either way, ID and contents (docs/protocol.md section 1.1). */
export const REPORT_SIZE = 64;

/** Bytes after the ID of what a device sends, by the ID. */
export type Sizes = ReadonlyMap<number, number>;

/** docs/protocol.md section 2.2 */
export const SIZES_256X64: Sizes = new Map([
  [0x10, 16],
  [0x11, 2],
  [0x21, 63],
  [0x32, 63],
  [0x41, 63],
  [0xf1, 2],
  [0xf5, 5],
  [0xf6, 4],
  [0xf7, 2],
]);

/** The 20x2 declares no error report (docs/protocol.md section 11.1). */
export const SIZES_20X2: Sizes = new Map([
  [0x01, 1],
  [0x11, 2],
  [0x21, 23],
  [0x31, 23],
  [0x32, 23],
]);

/** docs/protocol.md section 12.1 */
export const SIZES_20X4: Sizes = new Map([...SIZES_256X64].filter(([id]) => ![0x41, 0xf6].includes(id)));

/** Error codes and their words (docs/protocol.md section 2.2; ff is ours, section 9.2). */
export const FAULTS: ReadonlyMap<number, string> = new Map([
  [0x00, 'no error'],
  [0x01, 'parameter missing'],
  [0x02, 'data missing'],
  [0x03, 'block is read only'],
  [0x04, 'block cannot be erased'],
  [0x05, 'more than a report holds'],
  [0x06, 'crosses a section boundary'],
  [0x07, 'bad number of commands'],
  [0x08, 'bad data length'],
  [0xff, 'unknown report'],
]);

/** Why a packet was refused: one of `FAULTS`. */
export type Fault = 0x01 | 0x02 | 0x03 | 0x04 | 0x05 | 0x06 | 0x07 | 0x08 | 0xff;

/** What the device sends, at its full declared length: the ID, the contents, zeros. */
export function reply(id: number, contents: Iterable<number>, sizes: Sizes = SIZES_256X64): Uint8Array {
  const report = new Uint8Array(1 + (sizes.get(id) ?? REPORT_SIZE - 1));
  report[0] = id;
  report.set([...contents].slice(0, report.length - 1), 1);
  return report;
}

/** Two bytes, the lower one first. */
export const wordLow = (report: Uint8Array, at: number): number => (report[at] ?? 0) | ((report[at + 1] ?? 0) << 8);

/** Two bytes, the upper one first. */
export const wordHigh = (report: Uint8Array, at: number): number => ((report[at] ?? 0) << 8) | (report[at + 1] ?? 0);
