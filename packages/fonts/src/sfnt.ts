/** The letters that a TrueType or OpenType file has (OpenType specification 1.9, "cmap"). */
import { broken } from './letters.ts';

const MOST_TABLES = 256;
const TAG = { trueType: 0x0001_0000, apple: 0x7472_7565, openType: 0x4f54_544f, collection: 0x7474_6366 } as const;
const CMAP = 0x636d_6170;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Whether a file holds outlines. */
export const isOutline = (bytes: Uint8Array): boolean =>
  bytes.length >= 12 && Object.values(TAG).includes(viewOf(bytes).getUint32(0) as never);

function cmapOf(view: DataView): number {
  const start = view.getUint32(0) === TAG.collection ? view.getUint32(12) : 0;
  const count = view.getUint16(start + 4);
  for (let table = 0; table < Math.min(count, MOST_TABLES); table++) {
    const entry = start + 12 + 16 * table;
    if (view.getUint32(entry) === CMAP) return view.getUint32(entry + 8);
  }
  throw broken('a table of letters (cmap) is expected in it');
}

type Has = (codePoint: number) => boolean;

/** Format 4: segments of the first 65536 code points. */
function segments(view: DataView, at: number): Has {
  const doubled = view.getUint16(at + 6);
  const [ends, starts, deltas, offsets] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled].map(
    (to) => at + to,
  ) as [number, number, number, number];
  return (codePoint) => {
    if (codePoint >= 0xffff) return false;
    let segment = 0;
    while (segment < doubled && view.getUint16(ends + segment) < codePoint) segment += 2;
    const first = segment < doubled ? view.getUint16(starts + segment) : Number.POSITIVE_INFINITY;
    if (codePoint < first) return false;
    const offset = view.getUint16(offsets + segment);
    const delta = view.getUint16(deltas + segment);
    if (offset === 0) return ((codePoint + delta) & 0xffff) !== 0;
    return view.getUint16(offsets + segment + offset + 2 * (codePoint - first)) !== 0;
  };
}

/** Format 12: groups of any code points. */
function groups(view: DataView, at: number): Has {
  const count = view.getUint32(at + 12);
  return (codePoint) => {
    for (let low = 0, high = count - 1; low <= high; ) {
      const middle = (low + high) >> 1;
      const group = at + 16 + 12 * middle;
      if (codePoint < view.getUint32(group)) high = middle - 1;
      else if (codePoint > view.getUint32(group + 4)) low = middle + 1;
      else return true;
    }
    return false;
  };
}

function safely(has: Has): Has {
  return (codePoint) => {
    try {
      return has(codePoint);
    } catch {
      return false;
    }
  };
}

/** What says whether a font has a code point. @throws LcdError `config` */
export function lettersOf(bytes: Uint8Array): Has {
  try {
    const view = viewOf(bytes);
    const cmap = cmapOf(view);
    const found: Has[] = [];
    for (let index = 0; index < Math.min(view.getUint16(cmap + 2), MOST_TABLES); index++) {
      const at = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
      const format = view.getUint16(at);
      if (format === 12) found.unshift(safely(groups(view, at)));
      if (format === 4) found.push(safely(segments(view, at)));
    }
    return (codePoint) => found.some((has) => has(codePoint));
  } catch (error) {
    if (error instanceof RangeError) throw broken('a TrueType font is expected, but the file is cut off', error);
    throw error;
  }
}
