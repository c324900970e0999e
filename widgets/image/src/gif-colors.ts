import type { GifFrame } from './gif-blocks.ts';

const MOST_BITS = 12;
const MOST_CODES = 2 ** MOST_BITS;
/** What stands in front of the codes of a run: nothing. */
const NONE = -1;

/**
 * The numbers of a frame's colours, row by row as they were sent; fewer when they are cut off or broken. (LZW with codes of variable length, GIF89a specification, appendix F.)
 */
export function gifColors({ area, codeSize, codes }: GifFrame): Uint8Array {
  const colors = new Uint8Array(area.width * area.height);
  if (codeSize < 2 || codeSize > 8) return colors.subarray(0, 0);
  const clear = 2 ** codeSize;
  const read = codeReader(codes);
  let table = tableOf(codeSize);
  let before = NONE;
  let done = 0;
  while (done < colors.length) {
    const code = read(bitsFor(table.next));
    if (code === undefined || code === clear + 1) break;
    if (code === clear) {
      table = { ...table, next: clear + 2 };
      before = NONE;
      continue;
    }
    if (code > table.next || (code === table.next && before === NONE)) break;
    if (before !== NONE) add(table, before, firstOf(table, code === table.next ? before : code));
    done += write(table, code, colors.subarray(done));
    before = code;
  }
  return colors.subarray(0, done);
}

/** Runs of colours by code: each is another run and one colour behind it. */
interface Table {
  readonly prefix: Int16Array;
  readonly suffix: Uint8Array;
  readonly length: Uint16Array;
  /** The code of the next run that is made. */
  next: number;
}

function tableOf(codeSize: number): Table {
  const [prefix, suffix] = [new Int16Array(MOST_CODES).fill(NONE), new Uint8Array(MOST_CODES)];
  const length = new Uint16Array(MOST_CODES).fill(1);
  for (let code = 0; code < 2 ** codeSize; code++) suffix[code] = code;
  return { prefix, suffix, length, next: 2 ** codeSize + 2 };
}

function add(table: Table, prefix: number, suffix: number): void {
  if (table.next >= MOST_CODES) return;
  table.prefix[table.next] = prefix;
  table.suffix[table.next] = suffix;
  table.length[table.next++] = table.length[prefix]! + 1;
}

function firstOf({ prefix, suffix }: Table, code: number): number {
  let at = code;
  while (prefix[at] !== NONE) at = prefix[at]!;
  return suffix[at]!;
}

/** Writes the run of a code as far as there is room; returns how many colours those are. */
function write({ prefix, suffix, length }: Table, code: number, room: Uint8Array): number {
  const count = length[code]!;
  for (let index = count - 1, at = code; index >= 0; index--, at = prefix[at]!) room[index] = suffix[at]!;
  return Math.min(count, room.length);
}

/** How long a code is: as long as that of the next run. */
const bitsFor = (next: number): number => Math.min(MOST_BITS, 32 - Math.clz32(next));

/** Gives the next so many bits, the lowest first; `undefined` at the end. */
function codeReader(pieces: readonly Uint8Array[]): (bits: number) => number | undefined {
  let [piece, at, held, count] = [0, 0, 0, 0];
  return (bits) => {
    while (count < bits) {
      while (piece < pieces.length && at >= pieces[piece]!.length) [piece, at] = [piece + 1, 0];
      if (piece >= pieces.length) return undefined;
      held |= pieces[piece]![at++]! << count;
      count += 8;
    }
    const code = held & (2 ** bits - 1);
    held >>>= bits;
    count -= bits;
    return code;
  };
}
