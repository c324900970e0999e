import { LcdError, type Rect, type Size } from '@lcdflow/core';

/** How the picture before is made from this one: it stays, its area is cleared, or what was there comes back. */
export type Disposal = 'keep' | 'clear' | 'restore';

/** One picture of a GIF, not decoded yet. */
export interface GifFrame {
  readonly area: Rect;
  /** Red, green and blue by number. */
  readonly palette: Uint8Array;
  /** The number of the colour that is none. */
  readonly transparent: number | undefined;
  readonly isInterlaced: boolean;
  readonly codeSize: number;
  /** LZW codes without the lengths of their blocks. */
  readonly codes: readonly Uint8Array[];
  /** In ms. */
  readonly delay: number;
  readonly disposal: Disposal;
}

/** What is in a GIF file. */
export interface Gif extends Size {
  readonly loops: number;
  readonly frames: readonly GifFrame[];
}

type Control = Pick<GifFrame, 'transparent' | 'delay' | 'disposal'>;

/** As browsers do: who writes less than this mostly means nothing by it. */
const SHORTEST = 20;
const USUAL = 100;
const MOST_FRAMES = 10_000;
const NO_CONTROL: Control = { transparent: undefined, delay: USUAL, disposal: 'keep' };
const HEADER = 13;

const word = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);

/**
 * Takes a GIF (CompuServe, GIF89a specification) apart as far as it goes: what is cut off or broken ends it. Throws
 * `protocol` when not even one picture has begun.
 */
export function gifBlocks(bytes: Uint8Array): Gif {
  const flags = bytes[10] ?? 0;
  const shared = paletteAt(bytes, HEADER, flags);
  const frames: GifFrame[] = [];
  let control = NO_CONTROL;
  let loops = 1;
  let at = HEADER + shared.length;
  while (at < bytes.length && frames.length < MOST_FRAMES) {
    const kind = bytes[at];
    if (kind === 0x21) {
      const { pieces, end } = subBlocks(bytes, at + 2);
      if (bytes[at + 1] === 0xf9) control = controlOf(pieces[0]) ?? control;
      if (bytes[at + 1] === 0xff) loops = loopsOf(pieces) ?? loops;
      at = end;
    } else if (kind === 0x2c && at + 10 < bytes.length) {
      const { frame, end } = frameAt(bytes, at, shared, control);
      frames.push(frame);
      control = NO_CONTROL;
      at = end;
    } else break;
  }
  if (frames.length === 0) throw new LcdError('protocol', 'the GIF ends before its first picture');
  return { width: word(bytes, 6), height: word(bytes, 8), loops, frames };
}

/** The colours behind flags of which bit 7 says that there are any, and bits 0 to 2 how many. */
const paletteAt = (bytes: Uint8Array, at: number, flags: number): Uint8Array =>
  (flags & 0x80) === 0 ? new Uint8Array() : bytes.subarray(at, at + 3 * 2 ** ((flags & 7) + 1));

/** Pieces of up to 255 bytes, each behind its length, until one of 0. */
function subBlocks(bytes: Uint8Array, start: number): { pieces: readonly Uint8Array[]; end: number } {
  const pieces: Uint8Array[] = [];
  let at = start;
  while (at < bytes.length) {
    const length = bytes[at]!;
    if (length === 0) return { pieces, end: at + 1 };
    pieces.push(bytes.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { pieces, end: bytes.length };
}

function frameAt(bytes: Uint8Array, at: number, shared: Uint8Array, control: Control) {
  const flags = bytes[at + 9]!;
  const own = paletteAt(bytes, at + 10, flags);
  const { pieces, end } = subBlocks(bytes, at + 11 + own.length);
  const frame: GifFrame = {
    ...control,
    area: { x: word(bytes, at + 1), y: word(bytes, at + 3), width: word(bytes, at + 5), height: word(bytes, at + 7) },
    palette: own.length > 0 ? own : shared,
    isInterlaced: (flags & 0x40) !== 0,
    codeSize: bytes[at + 10 + own.length] ?? 0,
    codes: pieces,
  };
  return { frame, end };
}

function controlOf(piece: Uint8Array | undefined): Control | undefined {
  if (piece === undefined || piece.length < 4) return undefined;
  const flags = piece[0]!;
  const delay = word(piece, 1) * 10;
  return {
    transparent: (flags & 1) === 0 ? undefined : piece[3]!,
    delay: delay < SHORTEST ? USUAL : delay,
    disposal: (['keep', 'keep', 'clear', 'restore'] as const)[(flags >> 2) & 7] ?? 'keep',
  };
}

/** How often it is seen, by the extension that Netscape added; 0 there means for ever. */
function loopsOf([name, settings]: readonly Uint8Array[]): number | undefined {
  const isLoop = name !== undefined && /^(NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(String.fromCharCode(...name));
  if (!isLoop || settings === undefined || settings.length < 3 || settings[0] !== 1) return undefined;
  const again = word(settings, 1);
  return again === 0 ? Number.POSITIVE_INFINITY : again + 1;
}
