import {
  type Circle,
  type Drawable,
  fillRing,
  fittingFont,
  label,
  lineColor,
  type Size,
  type Surface,
  valueBar,
} from '@lcdflow/core';

/** How a ring is drawn. */
export interface Ring {
  readonly fraction: number | undefined;
  readonly text: string;
  /** 0xRRGGBB of the filled part. */
  readonly color: number;
}

/** Less than this many pixels are no circle. */
const SMALLEST = 8;
/** What the rest of the ring is drawn in: a line in the middle of it. */
const REST = 0x606060;
/** A thinner ring has no such line: it could not be told apart from what is filled. */
const THICK = 4;
/** Letters of `100%`. */
const LETTERS = 4;

/** A ring as large as its place, in the middle of it; a bar with its value on characters and where there is no room. */
export function ringPicture({ fraction, text, color }: Ring): Drawable {
  return (surface) => {
    const { width, height } = surface;
    const diameter = Math.min(width, height);
    if (surface.cell === 'character' || diameter < SMALLEST)
      return valueBar({ fraction, text, letters: LETTERS, color })(surface);
    const thickness = Math.max(2, Math.round(diameter / 7));
    const beside = isInside(surface, text, diameter, thickness) ? 0 : besideOf(surface, text, diameter);
    const circle = { middle: { x: width - beside, y: height }, diameter };
    paintRing(surface, circle, thickness, fraction ?? 0, color);
    if (beside > 0) paintBeside(surface, text, (width - beside + diameter) / 2);
    else if (isInside(surface, text, diameter, thickness)) paintInside(surface, text, circle, thickness);
  };
}

function paintRing(surface: Surface, circle: Circle, thickness: number, fraction: number, color: number): void {
  const line = Math.floor((thickness - 1) / 2);
  if (thickness >= THICK)
    fillRing(
      surface,
      { ...circle, diameter: circle.diameter - 2 * line },
      1,
      { from: 0, to: 1 },
      lineColor(surface, REST),
    );
  fillRing(surface, circle, thickness, { from: 0, to: fraction }, color);
}

/** A box with its corners on the inner circle: 0.8 by 0.6 of it. */
function roomOf(diameter: number, thickness: number): Size {
  const inside = diameter - 2 * thickness;
  return { width: Math.floor(inside * 0.8), height: Math.floor(inside * 0.6) };
}

function isInside(surface: Surface, text: string, diameter: number, thickness: number): boolean {
  const room = roomOf(diameter, thickness);
  const { width, height } = surface.measure(text, { font: fittingFont(text, room) });
  return width <= room.width && height <= room.height;
}

/** How much wider a ring is with its text at its right: 0 when it does not fit there. */
function besideOf(surface: Surface, text: string, diameter: number): number {
  const { width, height } = surface.measure(text);
  const beside = width + surface.letter.width;
  return width > 0 && diameter + beside <= surface.width && height <= surface.height ? beside : 0;
}

function paintBeside(surface: Surface, text: string, right: number): void {
  const x = Math.floor(right + surface.letter.width);
  label(text, { vertical: 'middle' })(surface.clip({ x, y: 0, width: surface.width - x, height: surface.height }));
}

function paintInside(surface: Surface, text: string, { middle, diameter }: Circle, thickness: number): void {
  const { width, height } = roomOf(diameter, thickness);
  const place = { x: Math.floor((middle.x - width) / 2), y: Math.floor((middle.y - height) / 2), width, height };
  const font = fittingFont(text, place);
  label(text, { align: 'center', vertical: 'middle', font })(surface.clip(place));
}
