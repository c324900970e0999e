import {
  BLACK,
  type Circle,
  type Drawable,
  fillHand,
  fillRing,
  fittingFont,
  label,
  lineColor,
  type Rect,
  type Surface,
  valueBar,
} from '@lcdflow/core';
import type { Zone } from './zones.ts';

/** How a gauge is drawn. */
export interface Gauge {
  readonly fraction: number | undefined;
  readonly text: string;
  /** Letters to keep free for the text where the gauge is a bar. */
  readonly letters: number;
  /** 0xRRGGBB of the needle. */
  readonly color: number;
  /** The scale, which covers all from 0 to 1. */
  readonly zones: readonly Zone[];
}

/** A dial in its place. */
interface Dial extends Circle {
  /** Turns from the top to either end of the scale. */
  readonly reach: number;
  /** Where the text lies. */
  readonly room: Rect;
}

/** Less than this many pixels are no dial. */
const SMALLEST = 16;
/** From this ratio of width to height on the dial is half a circle. */
const WIDE = 1.4;
const MARKS = [0, 0.25, 0.5, 0.75, 1];
/** The thinnest hand without holes at any angle, in pixels. */
const THIN = 1.5;

/** Half a circle in wide places, three quarters in others; a bar with its value on characters and where it is narrow. */
export function gaugePicture(gauge: Gauge): Drawable {
  return (surface) => {
    const dial = surface.width >= WIDE * surface.height ? halfDial(surface) : roundDial(surface);
    if (surface.cell === 'character' || dial.diameter < SMALLEST) return valueBar(gauge)(surface);
    paintScale(surface, dial, gauge.zones);
    if (gauge.fraction !== undefined) paintNeedle(surface, dial, gauge.fraction, gauge.color);
    paintText(surface, dial.room, gauge.text);
  };
}

/** A line of text below it. */
function halfDial({ width, height, letter }: Surface): Dial {
  const line = Math.max(letter.height, Math.floor(height / 5));
  const diameter = Math.min(width, 2 * (height - line - 1));
  const top = Math.max(0, Math.floor((height - line - 1 - diameter / 2) / 2));
  const bottom = top + Math.ceil(diameter / 2);
  const room = { x: Math.floor((width - diameter) / 2), y: bottom + 1, width: diameter, height: line };
  return { middle: { x: width, y: 2 * top + diameter }, diameter, reach: 0.25, room };
}

/** The text in the gap at the bottom. */
function roundDial({ width, height }: Surface): Dial {
  const diameter = Math.min(width, height);
  const wide = Math.floor(diameter / 2);
  const room = {
    x: Math.floor((width - wide) / 2),
    y: Math.floor((height + diameter / 2) / 2),
    width: wide,
    height: Math.floor(diameter / 4),
  };
  return { middle: { x: width, y: height }, diameter, reach: 0.375, room };
}

const bandOf = (diameter: number): number => Math.max(1, Math.round(diameter / 20));
const markOf = (diameter: number): number => Math.max(2, Math.round(diameter / 14));

function paintScale(surface: Surface, dial: Dial, zones: readonly Zone[]): void {
  const { diameter, reach } = dial;
  const turns = (fraction: number): number => (2 * fraction - 1) * reach;
  for (const { from, to, color } of zones)
    fillRing(surface, dial, bandOf(diameter), { from: turns(from), to: turns(to) }, color);
  const to = diameter / 2 - bandOf(diameter) / 2;
  const from = to - markOf(diameter);
  for (const mark of MARKS) {
    const zone = zones.find((one) => mark <= one.to);
    fillHand(surface, dial, { turns: turns(mark), from, to, width: THIN }, lineColor(surface, zone?.color ?? BLACK));
  }
}

function paintNeedle(surface: Surface, dial: Dial, fraction: number, color: number): void {
  const { diameter, reach } = dial;
  const ink = lineColor(surface, color);
  const hub = Math.max(3, Math.round(diameter / 10));
  const to = diameter / 2 - bandOf(diameter) - markOf(diameter);
  fillHand(
    surface,
    dial,
    { turns: (2 * fraction - 1) * reach, from: 0, to, width: Math.max(THIN, diameter / 30) },
    ink,
  );
  const half = reach > 0.25 ? 0.5 : reach;
  fillRing(surface, { ...dial, diameter: hub }, hub, { from: -half, to: half }, ink);
}

function paintText(surface: Surface, room: Rect, text: string): void {
  const font = fittingFont(text, room);
  const { width, height } = surface.measure(text, { font });
  if (width > room.width || height > room.height) return;
  label(text, { align: 'center', vertical: 'middle', font })(surface.clip(room));
}
