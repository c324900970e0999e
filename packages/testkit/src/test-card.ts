import {
  BLACK,
  blankFrame,
  type CellKind,
  cellAt,
  type Frame,
  type Point,
  type Size,
  type Surface,
  surfaceOf,
  WHITE,
} from '@lcdflow/core';

/** Side of the square in the upper left corner, in pixels. */
const MARK = 3;
const BLANK = 0x20;

/**
 * One picture for all panels: a border, a mark in the upper left corner, a diagonal down from it, and the size as text.
 * A panel that is shifted, mirrored, turned or cut off shows it wrong. Black and white, or letters of ASCII that every
 * character ROM has. The same size and kind of cell always give the same picture.
 */
export function testCard(size: Size, cell: CellKind): Frame {
  const frame = blankFrame(size, cell === 'character' ? BLANK : BLACK);
  const surface = surfaceOf(frame, cell);
  paintBorder(surface);
  for (const at of diagonal(size)) if (isFree(frame, at, cell)) dot(surface, at, 'x');
  if (cell === 'pixel') surface.fill({ x: 0, y: 0, width: MARK, height: MARK }, WHITE);
  else dot(surface, { x: 0, y: 0 }, '#');
  paintSize(surface);
  return frame;
}

const isFree = (frame: Frame, at: Point, cell: CellKind): boolean =>
  cellAt(frame, at) === (cell === 'character' ? BLANK : BLACK);

function dot(surface: Surface, at: Point, letter: string): void {
  if (surface.cell === 'pixel') surface.fill({ ...at, width: 1, height: 1 }, WHITE);
  else surface.text(at, letter);
}

function paintBorder(surface: Surface): void {
  const [right, bottom] = [surface.width - 1, surface.height - 1];
  for (let x = 0; x <= right; x++) for (const y of [0, bottom]) dot(surface, { x, y }, '-');
  for (let y = 0; y <= bottom; y++)
    for (const x of [0, right]) dot(surface, { x, y }, y === 0 || y === bottom ? '+' : '|');
}

/** As steep as the panel, one cell for each step along its longer side. */
function diagonal({ width, height }: Size): readonly Point[] {
  const steps = Math.max(width, height);
  return Array.from({ length: steps }, (_, step) => ({
    x: Math.floor((step * width) / steps),
    y: Math.floor((step * height) / steps),
  }));
}

/** In the middle, on its own ground, so that it can be read. */
function paintSize(surface: Surface): void {
  const text = `${surface.width}x${surface.height}`;
  const { width, height } = surface.measure(text);
  const x = Math.floor((surface.width - width) / 2);
  const y = Math.floor((surface.height - height) / 2);
  surface.text({ x, y }, text, { background: BLACK });
}
