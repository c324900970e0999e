import type { Rect, Surface } from '../types.ts';

/** A circle on pixels, in halves of a pixel: so its middle may lie between two of them, and both sides are the same. */
export interface Circle {
  /** Twice the place of the middle: the width of a place has its middle in the middle. */
  readonly middle: { readonly x: number; readonly y: number };
  /** The diameter in pixels, which is the radius in halves. */
  readonly diameter: number;
}

/** A part of the circle, in turns clockwise from the top: from 0 to 0.25 is the upper right quarter. */
export interface Sector {
  readonly from: number;
  readonly to: number;
}

/** Directions are whole numbers of this length, so that all that follows is, too. */
const UNIT = 4096;

const direction = (turns: number): readonly [x: number, y: number] => [
  Math.round(UNIT * Math.sin(turns * 2 * Math.PI)),
  Math.round(-UNIT * Math.cos(turns * 2 * Math.PI)),
];

/** Fills a part of a ring `thickness` pixels wide, outer edge included. All of it when the sector is a turn or more. */
export function fillRing(
  surface: Surface,
  { middle, diameter }: Circle,
  thickness: number,
  sector: Sector,
  color: number,
): void {
  const outer = diameter * diameter;
  const inside = Math.max(0, diameter - 2 * thickness);
  const inner = inside * inside;
  const isBetween = between(sector);
  const isIn = (x: number, y: number): boolean => {
    const distance = x * x + y * y;
    return distance < outer && distance >= inner && isBetween(x, y);
  };
  fillWhere(surface, { middle, diameter }, isIn, color);
}

/** Draws a straight hand from one distance to another (pixels from the middle), `width` pixels wide. */
export function fillHand(
  surface: Surface,
  circle: Circle,
  hand: { readonly turns: number; readonly from: number; readonly to: number; readonly width: number },
  color: number,
): void {
  const [alongX, alongY] = direction(hand.turns);
  const [from, to] = [hand.from * 2 * UNIT, hand.to * 2 * UNIT];
  const isIn = (x: number, y: number): boolean => {
    const along = x * alongX + y * alongY;
    return along >= from && along <= to && Math.abs(x * alongY - y * alongX) <= hand.width * UNIT;
  };
  fillWhere(surface, { ...circle, diameter: Math.max(circle.diameter, 2 * Math.ceil(hand.to) + 2) }, isIn, color);
}

/** Whether a direction lies in a sector; its beginning belongs to it, its end to the next one. */
function between({ from, to }: Sector): (x: number, y: number) => boolean {
  const turns = to - from;
  if (!(turns > 0)) return () => false;
  if (turns >= 1) return () => true;
  const [start, end] = [direction(from), direction(to)];
  if (turns <= 0.5) return (x, y) => turn(start, [x, y]) >= 0 && turn([x, y], end) > 0;
  return (x, y) => !(turn(end, [x, y]) >= 0 && turn([x, y], start) > 0);
}

/** Above 0 when `b` lies clockwise of `a`. */
const turn = (a: readonly [number, number], b: readonly [number, number]): number => a[0] * b[1] - a[1] * b[0];

/** Fills the pixels of a circle's square for which something holds, run by run. Places are halves from the middle. */
function fillWhere(
  surface: Surface,
  { middle, diameter }: Circle,
  isIn: (x: number, y: number) => boolean,
  color: number,
): void {
  const { x: left, y: top, width, height } = squareOf(surface, middle, diameter);
  for (let y = top; y < top + height; y++) {
    let start = left;
    for (let x = left; x <= left + width; x++) {
      if (x < left + width && isIn(2 * x + 1 - middle.x, 2 * y + 1 - middle.y)) continue;
      if (x > start) surface.fill({ x: start, y, width: x - start, height: 1 }, color);
      start = x + 1;
    }
  }
}

/** The part of the circle's square that lies on the surface. */
function squareOf(surface: Surface, middle: Circle['middle'], diameter: number): Rect {
  const first = (at: number): number => Math.max(0, Math.floor((at - diameter) / 2));
  const end = (at: number, size: number): number => Math.min(size, Math.ceil((at + diameter) / 2));
  const [x, y] = [first(middle.x), first(middle.y)];
  return {
    x,
    y,
    width: Math.max(0, end(middle.x, surface.width) - x),
    height: Math.max(0, end(middle.y, surface.height) - y),
  };
}
