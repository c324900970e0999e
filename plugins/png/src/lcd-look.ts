import { blankFrame, type Frame, LcdError, luminance } from '@lcdflow/core';

/** How big cells are drawn, and what is drawn around them. */
export interface LookOptions {
  /** Image pixels along one cell, 1 to 32; 1 when left out. */
  readonly scale?: number;
  /** Whether the last pixel of each cell is a gap, as between the dots of a panel. Needs a scale of at least 2. */
  readonly grid?: boolean;
  /** Image pixels of dark frame on each side, 0 to 256; as long as 3 cells with a grid and 0 without when left out. */
  readonly bezel?: number;
  /** 0xRRGGBB of the bare glass round the cells of a grid; the colour of most cells when left out. */
  readonly paper?: number;
}

const BEZEL = 0x16181a;
/** How much of the way to black a gap beside a light cell goes, and to white beside a dark one. */
const DARKER = 0.16;
const LIGHTER = 0.1;

const mix = (from: number, to: number, share: number): number =>
  [16, 8, 0].reduce((color, shift) => {
    const part = (from >> shift) & 0xff;
    return color | (Math.round(part + (((to >> shift) & 0xff) - part) * share) << shift);
  }, 0);

/** The gap beside a cell: a little darker where the cell is light, a little lighter where it is dark. */
export const gapColor = (color: number): number =>
  luminance(color) >= 96 ? mix(color, 0x000000, DARKER) : mix(color, 0xffffff, LIGHTER);

function checked(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new LcdError('config', `png: ${name}: a whole number from ${least} to ${most}, not ${value}`);
}

/** The colour that most cells have: the glass itself. */
function glassColor({ cells }: Frame): number {
  const counts = new Map<number, number>();
  for (const color of cells) counts.set(color, (counts.get(color) ?? 0) + 1);
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0])[0];
}

/** Writes cells as squares, the upper left one with its corner at (edge, edge). */
function drawCells(frame: Frame, image: Frame, edge: number, size: number, dot: number): void {
  const gaps = new Map<number, number>();
  const gap = (color: number): number => gaps.get(color) ?? gaps.set(color, gapColor(color)).get(color)!;
  frame.cells.forEach((color, index) => {
    const left = edge + (index % frame.width) * size;
    const top = edge + Math.floor(index / frame.width) * size;
    for (let y = top; y < top + size; y++) {
      const start = y * image.width + left;
      if (dot < size) image.cells.fill(gap(color), start, start + size);
      if (y < top + dot) image.cells.fill(color, start, start + dot);
    }
  });
}

/** A frame as it is drawn: bigger cells, and with a grid gaps between them and bare glass of one cell around them. */
export function lcdLook(frame: Frame, { scale = 1, grid = false, bezel, paper }: LookOptions): Frame {
  const size = checked('scale', scale, grid ? 2 : 1, 32);
  const frameEdge = checked('bezel', bezel ?? (grid ? 3 * size : 0), 0, 256);
  if (size === 1 && frameEdge === 0) return frame;
  const edge = frameEdge + (grid ? size : 0);
  const image = blankFrame({ width: frame.width * size + 2 * edge, height: frame.height * size + 2 * edge }, BEZEL);
  const glass = gapColor(paper ?? glassColor(frame));
  for (let y = frameEdge; y < image.height - frameEdge; y++)
    image.cells.fill(glass, y * image.width + frameEdge, (y + 1) * image.width - frameEdge);
  drawCells(frame, image, edge, size, grid ? size - 1 : size);
  return image;
}
