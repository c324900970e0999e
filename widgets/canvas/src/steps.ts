import { colorNamed, DOTS_OF_LETTER, type Place, type Point, type Shape, type Size, WHITE } from '@lcdflow/core';

/** A number of pixels, or a text that says how many, or which share of the place. */
export type Length = number | string;
export type Pair = readonly Length[];

interface Inked {
  readonly color?: string;
  readonly thickness?: number;
}

/** One step as it is written in a config. */
export interface Step {
  readonly fill?: string;
  readonly pixel?: { readonly at: Pair } & Inked;
  readonly line?: { readonly from: Pair; readonly to: Pair } & Inked;
  readonly polyline?: { readonly points: readonly Pair[]; readonly closed?: boolean } & Inked;
  readonly rectangle?: { readonly at: Pair; readonly size: Pair; readonly filled?: boolean } & Inked;
  readonly circle?: { readonly center: Pair; readonly radius: Length; readonly filled?: boolean } & Inked;
  readonly text?: {
    readonly at: Pair;
    readonly value: string;
    readonly align?: 'left' | 'center' | 'right';
    readonly font?: string;
    readonly color?: string;
    readonly background?: string;
  };
}

/** The place in the pixels of a drawing: a letter of a character panel counts 6 x 8. */
export const dotsOf = ({ width, height, cell }: Pick<Place, 'width' | 'height' | 'cell'>): Size =>
  cell === 'pixel'
    ? { width, height }
    : { width: width * DOTS_OF_LETTER.width, height: height * DOTS_OF_LETTER.height };

/** Pixels of a length; NaN, which is not drawn, when it is none. */
function pixels(length: Length | undefined, whole: number): number {
  if (typeof length === 'number') return length;
  const [, number, unit] = /^\s*(-?\d+(?:\.\d+)?)\s*(%|px)?\s*$/.exec(length ?? '') ?? [];
  if (number === undefined) return Number.NaN;
  return unit === '%' ? (Number(number) / 100) * whole : Number(number);
}

/** Reads what a step says, with values in the place of expressions, for a place of so many pixels. */
export const shapesOf = (step: Step, size: Size): readonly Shape[] =>
  Object.entries(step)
    .map(([name, options]) => shapeOf({ [name]: options }, size))
    .filter((shape) => shape !== undefined);

function shapeOf(step: Step, size: Size): Shape | undefined {
  const corner = ([x, y]: Pair): Point => ({ x: pixels(x, size.width), y: pixels(y, size.height) });
  // 100% is the last pixel, so that a line from 0% to 100% can be seen at both ends.
  const dot = ([x, y]: Pair): Point => ({ x: pixels(x, size.width - 1), y: pixels(y, size.height - 1) });
  const { fill, pixel, line, polyline, rectangle, circle, text } = step;
  if (fill !== undefined) return { kind: 'fill', color: colorOf(fill) };
  if (pixel) return { kind: 'pixel', at: dot(pixel.at), color: colorOf(pixel.color) };
  if (line) return { kind: 'line', points: [line.from, line.to].map(dot), ...inkOf(line) };
  if (polyline) return { kind: 'line', points: pointsOf(polyline).map(dot), ...inkOf(polyline) };
  if (rectangle) {
    const { x: width, y: height } = corner(rectangle.size);
    return { kind: 'rectangle', area: { ...corner(rectangle.at), width, height }, ...inkOf(rectangle) };
  }
  if (circle) {
    const radius = pixels(circle.radius, Math.min(size.width, size.height));
    return { kind: 'circle', center: dot(circle.center), radius, ...inkOf(circle) };
  }
  return text && { kind: 'text', text: text.value, ...styleOf(text), at: corner(text.at) };
}

const pointsOf = ({ points, closed = false }: NonNullable<Step['polyline']>): readonly Pair[] =>
  closed ? [...points, ...points.slice(0, 1)] : points;

/** What is no colour is ink. */
const colorOf = (color = 'white'): number => colorNamed(color.trim()) ?? WHITE;

function inkOf({ color, thickness = 1, filled = false }: Inked & { readonly filled?: boolean }) {
  return { color: colorOf(color), thickness, filled };
}

function styleOf({ align = 'left', font, color, background }: NonNullable<Step['text']>) {
  const ground = background === undefined ? {} : { background: colorOf(background) };
  return { align, color: colorOf(color), ...ground, ...(font === undefined ? {} : { font }) };
}
