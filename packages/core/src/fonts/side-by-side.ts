import { drawn, type GraphemeGlyph, isInkIn } from './drawn.ts';

/** Two letters side by side, narrower where they have less room. */
export function sideBySide(left: GraphemeGlyph, right: GraphemeGlyph, width: number, height: number): GraphemeGlyph {
  const [first, all] = [left.width, left.width + right.width];
  const isInk = (x: number, y: number): boolean => (x < first ? isInkIn(left, x, y) : isInkIn(right, x - first, y));
  return drawn(width, height, (x, y) => {
    const end = Math.floor(((x + 1) * all) / width);
    for (let column = Math.floor((x * all) / width); column < end; column++) if (isInk(column, y)) return true;
    return false;
  });
}
