import { BLACK, WHITE } from '../color.ts';
import { blankFrame } from '../frame.ts';
import { surfaceOf } from '../surface.ts';
import type { Drawable, Point, Rect, Size, Surface, TextStyle } from '../types.ts';
import type { Align } from './align.ts';
import { blocks } from './blocks.ts';
import { fillEllipse, fillLine, fillRectangle } from './fill-shapes.ts';

/** A line of text in a drawing, without control characters. */
export interface DrawingText extends TextStyle {
  readonly kind: 'text';
  /** Where it begins, has its middle or ends, by `align`; its upper edge. */
  readonly at: Point;
  readonly text: string;
  /** `left` when left out. */
  readonly align?: Align;
}

/**
 * One step of a drawing. Places and lengths are in pixels and may be anything: what is no finite number or negative is
 * not drawn. Colours are 0xRRGGBB. `thickness` of an outline is 1 when left out; `filled` has none.
 */
export type Shape =
  | { readonly kind: 'fill'; readonly color: number }
  | { readonly kind: 'pixel'; readonly at: Point; readonly color: number }
  | { readonly kind: 'line'; readonly points: readonly Point[]; readonly color: number; readonly thickness?: number }
  | ({ readonly kind: 'rectangle'; readonly area: Rect } & Outline)
  | ({ readonly kind: 'circle'; readonly center: Point; readonly radius: number } & Outline)
  | DrawingText;

interface Outline {
  readonly color: number;
  readonly thickness?: number;
  readonly filled?: boolean;
}

/** What a letter counts in a drawing where cells are characters. */
export const DOTS_OF_LETTER: Size = { width: 6, height: 8 };

/** Letters show two by two blocks. */
const BLOCKS = 2;

/**
 * Shapes in their order, later ones on top. A mono panel shows areas as dots by their brightness, and all strokes as ink. Where cells are characters a letter is 6 x 8 pixels, shapes are shown by
 * quarters of letters, and texts lie on top of all shapes.
 */
export const drawing =
  (shapes: readonly Shape[]): Drawable =>
  (surface) => {
    if (surface.cell === 'pixel') {
      for (const shape of shapes)
        draw(surface, surface.mono === true && isStroke(shape) ? inked(shape) : shape, { x: 1, y: 1 });
      return;
    }
    const [across, down] = [surface.width * BLOCKS, surface.height * BLOCKS];
    const picture = blankFrame({ width: across, height: down });
    const raster = surfaceOf(picture, 'pixel');
    const scale = { x: BLOCKS / DOTS_OF_LETTER.width, y: BLOCKS / DOTS_OF_LETTER.height };
    for (const shape of shapes) if (shape.kind !== 'text') draw(raster, inked(shape), scale);
    blocks(picture, BLOCKS)(surface);
    const letters = { x: 1 / DOTS_OF_LETTER.width, y: 1 / DOTS_OF_LETTER.height };
    for (const shape of shapes) if (shape.kind === 'text') write(surface, shape, letters);
  };

/** Strokes are so thin that dots would tear them: as letters do, they stay whole on a mono panel. */
const isStroke = (shape: Shape): shape is Exclude<Shape, DrawingText> =>
  shape.kind === 'line' ||
  shape.kind === 'pixel' ||
  ((shape.kind === 'rectangle' || shape.kind === 'circle') && shape.filled !== true);

/** Letters know ink and none: black takes away. */
const inked = <S extends Exclude<Shape, DrawingText>>(shape: S): S => ({
  ...shape,
  color: shape.color === BLACK ? BLACK : WHITE,
});

const scaled = (at: Point, scale: Point): Point => ({ x: Math.floor(at.x * scale.x), y: Math.floor(at.y * scale.y) });

function draw(surface: Surface, shape: Shape, scale: Point): void {
  switch (shape.kind) {
    case 'fill':
      surface.fill({ x: 0, y: 0, width: surface.width, height: surface.height }, shape.color);
      return;
    case 'pixel':
      fillRectangle(surface, { ...scaled(shape.at, scale), width: 1, height: 1 }, shape.color);
      return;
    case 'line':
      lines(surface, shape, scale);
      return;
    case 'rectangle':
      rectangle(surface, shape, scale);
      return;
    case 'circle':
      circle(surface, shape, scale);
      return;
    case 'text':
      write(surface, shape, scale);
  }
}

/** An outline is never too thin to be seen. */
const thick = (thickness: number | undefined, scale: Point): number =>
  Math.max(1, Math.round((thickness ?? 1) * Math.min(scale.x, scale.y)));

function lines(surface: Surface, shape: Extract<Shape, { kind: 'line' }>, scale: Point): void {
  const points = shape.points.map((point) => scaled(point, scale));
  for (const [index, to] of points.entries())
    fillLine(surface, points[Math.max(0, index - 1)]!, to, thick(shape.thickness, scale), shape.color);
}

function rectangle(surface: Surface, shape: Extract<Shape, { kind: 'rectangle' }>, scale: Point): void {
  const { area, color, filled = false } = shape;
  const from = scaled(area, scale);
  const to = scaled({ x: area.x + area.width, y: area.y + area.height }, scale);
  const [width, height] = [seen(area.width, to.x - from.x), seen(area.height, to.y - from.y)];
  const whole = { ...from, width, height };
  const edge = thick(shape.thickness, scale);
  if (filled || Math.min(width, height) <= 2 * edge) {
    fillRectangle(surface, whole, color);
    return;
  }
  fillRectangle(surface, { ...whole, height: edge }, color);
  fillRectangle(surface, { ...whole, y: from.y + height - edge, height: edge }, color);
  fillRectangle(surface, { ...whole, width: edge }, color);
  fillRectangle(surface, { ...whole, x: from.x + width - edge, width: edge }, color);
}

/** What has a length keeps one. */
const seen = (length: number, cells: number): number => (length > 0 ? Math.max(1, cells) : 0);

function circle(surface: Surface, shape: Extract<Shape, { kind: 'circle' }>, scale: Point): void {
  const { center, radius, color, filled = false } = shape;
  const middle = { x: center.x * scale.x, y: center.y * scale.y };
  const radii = { x: radius * scale.x, y: radius * scale.y };
  fillEllipse(surface, middle, radii, filled ? Number.POSITIVE_INFINITY : thick(shape.thickness, scale), color);
}

function write(surface: Surface, { kind: _, at, text, align = 'left', ...style }: DrawingText, scale: Point): void {
  const { x, y } = scaled(at, scale);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return;
  const plain = text.replace(/\p{Cc}/gu, ' ');
  const { width } = surface.measure(plain, style);
  const before = { left: 0, center: Math.floor(width / 2), right: width }[align];
  surface.text({ x: x - before, y }, plain, style);
}
