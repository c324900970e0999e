import { blankFrame, type CellKind, type Frame, intersection, isInk, type Rect, UNKNOWN } from '@lcdflow/core';
import { picture } from '../picture.ts';

/** How much of two pictures a message shows. */
const WINDOW = { width: 64, height: 16 };

/** In words and pictures where two frames differ; `undefined` when they do not. */
export function difference(seen: Frame, wanted: Frame, cell: CellKind): string | undefined {
  if (seen.width !== wanted.width || seen.height !== wanted.height)
    return `the glass has ${seen.width} x ${seen.height} cells, not ${wanted.width} x ${wanted.height}`;
  const different = [...seen.cells.keys()].filter((index) => seen.cells[index] !== wanted.cells[index]);
  const [first] = different;
  if (first === undefined) return undefined;
  const at = { x: first % seen.width, y: Math.floor(first / seen.width) };
  const part = intersection(
    { ...WINDOW, x: Math.max(0, at.x - WINDOW.width / 2), y: Math.max(0, at.y - WINDOW.height / 2) },
    { x: 0, y: 0, width: seen.width, height: seen.height },
  );
  const around = `cells ${part.x},${part.y} to ${part.x + part.width - 1},${part.y + part.height - 1}`;
  const [expected, actual] = [wanted, seen].map((frame) => partText(frame, part, cell));
  return (
    `${different.length} of ${seen.cells.length} cells differ, the first at ${at.x},${at.y}\n` +
    `expected, ${around}:\n${expected}\non the glass${actual!.includes('?') && cell === 'pixel' ? ' (?: neither black nor white, or never painted)' : ''}:\n${actual}`
  );
}

/** As `picture`; `?` is a pixel that looks neither black nor white, or that never changes. */
function partText(frame: Frame, part: Rect, cell: CellKind): string {
  const window = blankFrame(part);
  for (let y = 0; y < part.height; y++) {
    const start = (part.y + y) * frame.width + part.x;
    window.cells.set(frame.cells.subarray(start, start + part.width), y * part.width);
  }
  if (cell === 'character') return picture(window, cell);
  const signs = Array.from(window.cells, (color) => (color === UNKNOWN ? '?' : isInk(color) ? '#' : '.'));
  return Array.from({ length: part.height }, (_, y) => signs.slice(y * part.width, (y + 1) * part.width).join('')).join(
    '\n',
  );
}
