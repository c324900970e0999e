import { intersection, LcdError, type Rect } from '@lcdflow/core';
import { type Gif, type GifFrame, gifBlocks } from './gif-blocks.ts';
import { gifColors } from './gif-colors.ts';
import { type Animation, assertSize, type Picture } from './picture.ts';

/** A GIF whose pictures are decoded when they are asked for, one at a time. Throws `protocol` when it has none. */
export function gif(bytes: Uint8Array): Animation {
  const file = gifBlocks(bytes);
  assertSize(file);
  for (const { area } of file.frames) if (area.width > 0 && area.height > 0) assertSize(area);
  return { delays: file.frames.map(({ delay }) => delay), loops: file.loops, play: () => player(file) };
}

function player(file: Gif): () => Picture {
  const { width, height, frames } = file;
  const rgba = new Uint8Array(width * height * 4);
  const whole = { x: 0, y: 0, width, height };
  let index = 0;
  let dispose = (): void => {};
  return () => {
    dispose();
    if (index % frames.length === 0) rgba.fill(0);
    const frame = frames[index++ % frames.length];
    if (frame === undefined) throw new LcdError('protocol', 'the GIF has no pictures');
    const seen = intersection(frame.area, whole);
    const before = frame.disposal === 'restore' ? rgba.slice() : undefined;
    paintFrame(rgba, width, frame, seen);
    dispose = () => {
      if (before !== undefined) rgba.set(before);
      else if (frame.disposal === 'clear') clear(rgba, width, seen);
    };
    return { width, height, rgba };
  };
}

function clear(rgba: Uint8Array, width: number, area: Rect): void {
  for (let y = area.y; y < area.y + area.height; y++)
    rgba.fill(0, 4 * (y * width + area.x), 4 * (y * width + area.x + area.width));
}

/** The rows of an interlaced picture in the order they come: every eighth, those between, and so on. */
const PASSES = [
  [0, 8],
  [4, 8],
  [2, 4],
  [1, 2],
] as const;

function rowsOf({ area: { height }, isInterlaced }: GifFrame): readonly number[] {
  const rows = Array.from({ length: height }, (_, row) => row);
  return isInterlaced ? PASSES.flatMap(([first, step]) => rows.filter((row) => row % step === first)) : rows;
}

function paintFrame(rgba: Uint8Array, width: number, frame: GifFrame, seen: Rect): void {
  const colors = gifColors(frame);
  const { area, palette, transparent } = frame;
  for (const [index, row] of rowsOf(frame).entries()) {
    const y = area.y + row;
    if (y >= seen.y + seen.height) continue;
    for (let x = 0; x < seen.width; x++) {
      const color = colors[index * area.width + x];
      if (color === undefined || color === transparent) continue;
      const at = 4 * (y * width + seen.x + x);
      for (let part = 0; part < 3; part++) rgba[at + part] = palette[3 * color + part] ?? 0;
      rgba[at + 3] = 255;
    }
  }
}
