import { intersection } from './frame.ts';
import type { Frame, Point, Rect, Size } from './types.ts';

/** A rectangle of a frame with its own origin, of which only a part may show. Everything outside that is dropped. */
export class FrameWindow implements Size {
  readonly frame: Frame;
  readonly width: number;
  readonly height: number;
  /** Where the origin lies on the frame; may be outside. */
  readonly origin: Point;
  /** The part of the frame that may be painted. */
  readonly bounds: Rect;

  constructor(
    frame: Frame,
    area: Rect = { x: 0, y: 0, width: frame.width, height: frame.height },
    bounds: Rect = area,
  ) {
    this.frame = frame;
    this.width = area.width;
    this.height = area.height;
    this.origin = area;
    this.bounds = bounds;
  }

  /** The part of an area that shows, in cells of the frame. Fractions are rounded to whole cells. */
  visible(area: Rect): Rect {
    const x = Math.round(area.x);
    const y = Math.round(area.y);
    const width = Math.round(area.x + area.width) - x;
    const height = Math.round(area.y + area.height) - y;
    return intersection({ x: x + this.origin.x, y: y + this.origin.y, width, height }, this.bounds);
  }

  fill(area: Rect, cell: number): void {
    const { x, y, width, height } = this.visible(area);
    for (let row = y; row < y + height; row++) {
      const start = row * this.frame.width + x;
      this.frame.cells.fill(cell, start, start + width);
    }
  }

  /** Fills an area with a pattern of two cells that does not move with the area; `isDot` gets places of the frame. */
  pattern(area: Rect, isDot: (x: number, y: number) => boolean, dot: number, rest: number): void {
    const { x, y, width, height } = this.visible(area);
    for (let row = y; row < y + height; row++) {
      const start = row * this.frame.width;
      for (let column = x; column < x + width; column++)
        this.frame.cells[start + column] = isDot(column, row) ? dot : rest;
    }
  }

  blit(at: Point, picture: Frame): void {
    const left = Math.round(at.x);
    const top = Math.round(at.y);
    const { x, y, width, height } = this.visible({ x: left, y: top, width: picture.width, height: picture.height });
    // Endless places have a width that is no number.
    if (!(width > 0)) return;
    for (let row = y; row < y + height; row++) {
      const start = (row - this.origin.y - top) * picture.width + x - this.origin.x - left;
      this.frame.cells.set(picture.cells.subarray(start, start + width), row * this.frame.width + x);
    }
  }

  clip({ x, y, width, height }: Rect): FrameWindow {
    const area = { x: x + this.origin.x, y: y + this.origin.y, width, height };
    return new FrameWindow(this.frame, area, intersection(area, this.bounds));
  }
}
