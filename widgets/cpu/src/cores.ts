import { amountOf, bar, type Drawable, fractionOf, type Place, type Readings } from '@lcdflow/core';
import type { Inks } from './inks.ts';

/** Columns from which on a bar can leave one of them free. */
const WITH_GAP = 3;
/** Pixels from which on a bar has a frame, and leaves columns free by itself. */
const FRAMED = 8;

/** One upward bar for each core; where there are more cores than columns, neighbours share one. */
export function cores(readings: Readings, { width, height, cell }: Place, { colorOf }: Inks): Drawable {
  const busy = grouped(busyOf(readings), width);
  const pitch = Math.floor(width / Math.max(1, busy.length));
  const framed = cell === 'pixel' && Math.min(pitch, height) >= FRAMED;
  const bars = busy.map((share) =>
    bar({ fraction: fractionOf(share, 0, 100), color: colorOf(share), direction: 'up', frame: framed }),
  );
  const gap = !framed && pitch >= WITH_GAP ? 1 : 0;
  return (surface) => {
    for (const [index, draw] of bars.entries())
      draw(surface.clip({ x: index * pitch, y: 0, width: pitch - gap, height }));
  };
}

/** From 0 to 100; a core that is offline has no value. */
export function busyOf({ cores }: Readings): readonly (number | undefined)[] {
  if (!Array.isArray(cores)) return [];
  return cores.map((core: Readings | null | undefined) => amountOf(core?.busy));
}

/** The mean of the neighbours that share a bar. */
function grouped(busy: readonly (number | undefined)[], most: number): readonly (number | undefined)[] {
  if (busy.length <= most) return busy;
  const start = (index: number): number => Math.floor((index * busy.length) / most);
  return Array.from({ length: most }, (_, index) => mean(busy.slice(start(index), start(index + 1))));
}

function mean(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length;
}
