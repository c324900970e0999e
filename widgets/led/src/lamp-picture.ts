import { type Drawable, fillInk, type Surface } from '@lcdflow/core';

/** A lamp: lit or dark, in a colour, 0xRRGGBB. */
export interface Lamp {
  readonly lit: boolean;
  readonly color: number;
}

/** As large as its place, in its middle: a disc when lit, a ring when dark; `●` and `○` on characters. */
export function lampPicture({ lit, color }: Lamp): Drawable {
  return (surface) => {
    const { width, height } = surface;
    const size = surface.cell === 'character' ? 1 : Math.min(width, height);
    const at = { x: Math.floor((width - size) / 2), y: Math.floor((height - size) / 2) };
    if (surface.cell === 'character') surface.text(at, lit ? '●' : '○');
    else disc(surface.clip({ ...at, width: size, height: size }), lit, color);
  };
}

/** A ring is as thick as a stroke of a letter that is as high. */
const strokeOf = (diameter: number): number => Math.max(1, Math.round(diameter / 12));

function disc(surface: Surface, lit: boolean, color: number): void {
  const { width: diameter } = surface;
  for (let y = 0; y < diameter; y++) {
    const [outer, inner] = [rowOf(diameter, y, 0), lit ? undefined : rowOf(diameter, y, strokeOf(diameter))];
    if (outer === undefined) continue;
    const whole = diameter - 2 * outer;
    if (inner === undefined) fillInk(surface, { x: outer, y, width: whole, height: 1 }, color);
    else {
      const side = inner - outer;
      fillInk(surface, { x: outer, y, width: side, height: 1 }, color);
      fillInk(surface, { x: diameter - inner, y, width: side, height: 1 }, color);
    }
  }
}

/** Where a row of a disc begins that is smaller by a margin on all sides; `undefined` where it has none. */
function rowOf(diameter: number, y: number, margin: number): number | undefined {
  const radius = diameter / 2 - margin;
  const distance = Math.abs(y + 0.5 - diameter / 2);
  if (distance >= radius) return undefined;
  const half = Math.sqrt(radius * radius - distance * distance);
  const start = Math.round(diameter / 2 - half);
  return start * 2 < diameter ? start : undefined;
}
