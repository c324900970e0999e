import type { Drawable, Surface } from '@lcdflow/core';

/** What the hands of a clock show, and how it is drawn. */
export interface Face {
  /** 0 to 23. */
  readonly hour: number;
  readonly minute: number;
  /** Without a hand when left out. */
  readonly second?: number | undefined;
  readonly align: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'middle' | 'bottom';
  /** 0xRRGGBB. */
  readonly color: number;
}

/** From so many pixels on hands can be told from marks. */
export const SMALLEST_FACE = 15;
/** From so many pixels on there is room for minutes between the marks of the hours. */
const MINUTE_MARKS = 120;
const BEFORE = { left: 0, center: 0.5, right: 1, top: 0, middle: 0.5, bottom: 1 } as const;

/** A clock with hands, as large as its place lets it, on pixels. */
export function face({ hour, minute, second, align, vertical, color }: Face): Drawable {
  return (surface) => {
    const size = Math.min(surface.width, surface.height);
    const radius = (size - 1) / 2;
    const x = Math.floor((surface.width - size) * BEFORE[align]);
    const y = Math.floor((surface.height - size) * BEFORE[vertical]);
    const dial = surface.clip({ x, y, width: size, height: size });
    const stroke = Math.max(1, Math.round(size / 32));
    const ray = (turn: number, from: number, to: number, width: number): void =>
      paintRay(dial, { turn, from: from * radius, to: to * radius, width }, color);
    for (let mark = 0; mark < 60; mark += size < MINUTE_MARKS ? 5 : 1) {
      const isHour = mark % 5 === 0;
      ray(mark / 60, mark % 15 === 0 && size > 2 * SMALLEST_FACE ? 0.86 : isHour ? 0.93 : 0.98, 1, isHour ? stroke : 1);
    }
    ray(((hour % 12) + minute / 60) / 12, 0, 0.5, Math.max(2, 2 * stroke));
    ray((minute + (second ?? 0) / 60) / 60, 0, 0.8, stroke);
    if (second !== undefined) ray(second / 60, -0.15, 0.9, 1);
  };
}

interface Ray {
  /** 0 to 1, from the top round to the right. */
  readonly turn: number;
  /** Pixels from the centre. */
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

function paintRay(dial: Surface, { turn, from, to, width }: Ray, color: number): void {
  const centre = (dial.width - 1) / 2;
  const steps = Math.max(1, Math.ceil((to - from) * 1.5));
  for (let step = 0; step <= steps; step++) {
    const distance = from + ((to - from) * step) / steps;
    const x = Math.round(centre + Math.sin(turn * 2 * Math.PI) * distance - (width - 1) / 2);
    const y = Math.round(centre - Math.cos(turn * 2 * Math.PI) * distance - (width - 1) / 2);
    dial.fill({ x, y, width, height: width }, color);
  }
}
