import type { Point, Rect, Size } from '@lcdflow/core';

/** How a picture fills its place: all of it is seen, all of the place is, both (drawn out of shape), or pixel by pixel. */
export type Fit = 'contain' | 'cover' | 'fill' | 'none';

/** Where a picture lies in more room than it needs, or which part of it is seen in less: 0 to 1. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
}

/** Which part of a picture is seen where. */
export interface Fitted {
  /** In pixels of the picture, with fractions. */
  readonly source: Rect;
  /** In whole cells of the place. */
  readonly target: Rect;
}

/** One direction of it. */
interface Span {
  readonly from: number;
  readonly length: number;
  readonly start: number;
  readonly cells: number;
}

/** Puts a picture into a place whose cells are `unit` pixels wide and high. */
export function fitted(picture: Size, place: Size, fit: Fit, anchor: Anchor, unit: Point): Fitted {
  const whole = { x: (place.width * unit.x) / picture.width, y: (place.height * unit.y) / picture.height };
  const scale = scaleOf(whole, fit);
  const across = span(picture.width, place.width, scale.x, anchor.x, unit.x);
  const down = span(picture.height, place.height, scale.y, anchor.y, unit.y);
  return {
    source: { x: across.from, y: down.from, width: across.length, height: down.length },
    target: { x: across.start, y: down.start, width: across.cells, height: down.cells },
  };
}

function scaleOf(whole: Point, fit: Fit): Point {
  if (fit === 'fill') return whole;
  const scale = { contain: Math.min(whole.x, whole.y), cover: Math.max(whole.x, whole.y), none: 1 }[fit];
  return { x: scale, y: scale };
}

/** What has any length keeps a cell, and nothing reaches out of the place. */
function span(pixels: number, place: number, scale: number, anchor: number, unit: number): Span {
  const room = place * unit;
  const drawn = pixels * scale;
  const offset = (room - drawn) * anchor;
  const begin = Math.max(0, offset);
  const end = Math.min(room, offset + drawn);
  const start = Math.min(place - 1, Math.round(begin / unit));
  const cells = Math.max(1, Math.min(place, Math.round(end / unit)) - start);
  return { from: (begin - offset) / scale, length: (end - begin) / scale, start, cells };
}
