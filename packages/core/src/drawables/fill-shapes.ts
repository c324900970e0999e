import type { Point, Rect, Surface } from '../types.ts';

const isPlace = (...numbers: readonly number[]): boolean => numbers.every(Number.isFinite);

/** Fills an area; nothing when its numbers are none. */
export function fillRectangle(surface: Surface, area: Rect, color: number): void {
  if (isPlace(area.x, area.y, area.width, area.height)) surface.fill(area, color);
}

/** Fills a straight line, both ends included, however far away they are. */
export function fillLine(surface: Surface, from: Point, to: Point, thickness: number, color: number): void {
  if (!isPlace(from.x, from.y, to.x, to.y, thickness)) return;
  const ends = clipped(surface, near(from), near(to), thickness);
  if (ends === undefined) return;
  const [start, end] = ends;
  const steps = Math.max(1, Math.ceil(Math.max(Math.abs(end.x - start.x), Math.abs(end.y - start.y))));
  const before = Math.floor((thickness - 1) / 2);
  for (let step = 0; step <= steps; step++) {
    const x = Math.round(start.x + ((end.x - start.x) * step) / steps) - before;
    const y = Math.round(start.y + ((end.y - start.y) * step) / steps) - before;
    fillRectangle(surface, { x, y, width: thickness, height: thickness }, color);
  }
}

/** Farther away numbers are not exact enough to tell where a line crosses the surface. */
const FARTHEST = 1e9;
const near = ({ x, y }: Point): Point => ({
  x: Math.max(-FARTHEST, Math.min(FARTHEST, x)),
  y: Math.max(-FARTHEST, Math.min(FARTHEST, y)),
});

/** The part of a line that may be seen (by Liang and Barsky, A New Concept and Method for Line Clipping, 1984). */
function clipped(surface: Surface, from: Point, to: Point, margin: number): readonly [Point, Point] | undefined {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enter, leave] = [0, 1];
  const sides = [
    [-dx, from.x + margin],
    [dx, surface.width + margin - from.x],
    [-dy, from.y + margin],
    [dy, surface.height + margin - from.y],
  ] as const;
  for (const [outward, room] of sides) {
    if (outward === 0 && room < 0) return undefined;
    if (outward < 0) enter = Math.max(enter, room / outward);
    if (outward > 0) leave = Math.min(leave, room / outward);
  }
  if (!(enter <= leave)) return undefined;
  const at = (share: number): Point => ({ x: from.x + dx * share, y: from.y + dy * share });
  return [at(enter), at(leave)];
}

/**
 * Fills an ellipse round the middle of the pixel at `center`, as wide as two radii and a pixel; of it only a rim when
 * `thickness` is less than the radii.
 */
export function fillEllipse(surface: Surface, center: Point, radii: Point, thickness: number, color: number): void {
  if (!isPlace(center.x, center.y, radii.x, radii.y) || radii.x < 0 || radii.y < 0) return;
  const middle = { x: Math.floor(center.x), y: Math.floor(center.y) };
  const first = Math.max(0, Math.floor(middle.y - radii.y));
  const last = Math.min(surface.height - 1, Math.ceil(middle.y + radii.y));
  const inner = { x: radii.x - thickness, y: radii.y - thickness };
  for (let y = first; y <= last; y++) {
    const outside = reach(radii, y - middle.y);
    if (outside === undefined) continue;
    const inside = inner.x < 0 || inner.y < 0 ? undefined : reach(inner, y - middle.y);
    if (inside === undefined) row(surface, middle.x - outside, middle.x + outside, y, color);
    else {
      row(surface, middle.x - outside, middle.x - inside - 1, y, color);
      row(surface, middle.x + inside + 1, middle.x + outside, y, color);
    }
  }
}

/** How many pixels an ellipse goes to each side in a row; half a pixel is added so that its ends are not points. */
function reach(radii: Point, row: number): number | undefined {
  const share = row / (radii.y + 0.5);
  return Math.abs(share) > 1 ? undefined : Math.round((radii.x + 0.5) * Math.sqrt(1 - share * share) - 0.5);
}

const row = (surface: Surface, from: number, to: number, y: number, color: number): void =>
  fillRectangle(surface, { x: from, y, width: to - from + 1, height: 1 }, color);
