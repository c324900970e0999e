import { amountOf, bar, type Drawable, fractionOf, label, type Place, type Readings } from '@lcdflow/core';
import type { Inks } from './inks.ts';

const NAME = 'CPU ';
/** A blank and up to `100%`. */
const SHARE = 5;
/** Letters below which a bar says nothing. */
const SHORTEST_BAR = 4;

/**
 * Name, bar and percentage. Where there is not room for all, the percentage is left out, and then the name.
 */
export function total(readings: Readings, { width, height, letter }: Place, { ink, colorOf }: Inks): Drawable {
  const busy = amountOf(readings.busy);
  const columns = height < letter.height ? 0 : Math.floor(width / letter.width);
  const before = columns >= NAME.length + SHORTEST_BAR ? NAME.length * letter.width : 0;
  const after = columns >= NAME.length + SHORTEST_BAR + SHARE ? SHARE * letter.width : 0;
  const color = colorOf(busy);
  const name = label(NAME, { color: ink, vertical: 'middle' });
  const share = label(busy === undefined ? '-' : `${Math.round(busy)}%`, { color, vertical: 'middle', align: 'right' });
  const length = bar({ color, fraction: fractionOf(busy, 0, 100) });
  return (surface) => {
    name(surface.clip({ x: 0, y: 0, width: before, height }));
    length(surface.clip({ x: before, y: 0, width: width - before - after, height }));
    share(surface.clip({ x: width - after, y: 0, width: after, height }));
  };
}
