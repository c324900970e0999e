import { lettersIn, MARQUEE_GAP, marqueeText, type Place } from '@lcdflow/core';

/** How a line moves that is too long. */
export interface Movement {
  readonly way: 'round' | 'there and back';
  /** Steps that it stands still at its beginning, and at its end where it turns. */
  readonly pause: number;
}

/** What is known of a line that is too long, in cells of letters. */
interface Long {
  readonly letters: number;
  /** As many as may show: in a font of different widths more than do. */
  readonly columns: number;
  /** How far it moves until its end is seen whole. */
  readonly most: number;
}

type Room = Pick<Place, 'width' | 'measure'>;

/** Lines that are remembered: those of a text that moves are measured once. */
const MOST_KNOWN = 100;

/**
 * What shows of texts after so many steps: each line that is too long moves by itself, the others stand still.
 * `undefined` is the display's own font.
 */
export function windows(
  movement: Movement,
  place: Room,
): (text: string, step: number, font: string | undefined) => string {
  const known = new Map<string, Long | undefined>();
  const measured = (line: string, font: string | undefined): Long | undefined => {
    const key = `${font} ${line}`;
    if (known.has(key)) return known.get(key);
    if (known.size >= MOST_KNOWN) known.clear();
    const long = longOf(line, movement.way, place, font);
    known.set(key, long);
    return long;
  };
  return (text, step, font) =>
    text
      .split(/\r?\n/)
      .map((line) => {
        const long = measured(line, font);
        return long === undefined ? line : shown(line, long, step, movement);
      })
      .join('\n');
}

/** `undefined` when the line fits. */
function longOf(
  line: string,
  way: Movement['way'],
  { width, measure }: Room,
  font: string | undefined,
): Long | undefined {
  const style = font === undefined ? {} : { font };
  const length = measure(line, style).width;
  if (length <= width) return undefined;
  const letter = Math.max(1, measure(' ', style).width);
  const letters = lettersIn(line);
  const room = width / letter;
  if (way === 'round') return { letters, columns: Math.ceil(room), most: 0 };
  if (length === letters * letter) {
    const columns = Math.max(1, Math.floor(room));
    return { letters, columns, most: letters - columns };
  }
  const isEnd = (most: number): boolean => measure(marqueeText(line, letters - most, most), style).width <= width;
  return { letters, columns: Math.ceil(room), most: least(letters - 1, isEnd) };
}

/** The least number for which something holds, up to one for which it is taken to. */
function least(last: number, holds: (number: number) => boolean): number {
  let [low, high] = [0, last];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The end of a line must be seen whole before it turns; one that goes round may be cut inside a letter. */
function shown(line: string, { letters, columns, most }: Long, step: number, { way, pause }: Movement): string {
  if (way === 'round') return marqueeText(line, columns, round(step, letters + MARQUEE_GAP, pause));
  const offset = thereAndBack(step, most, pause);
  return marqueeText(line, Math.min(columns, letters - offset), offset);
}

const round = (step: number, length: number, pause: number): number => Math.max(0, (step % (length + pause)) - pause);

function thereAndBack(step: number, most: number, pause: number): number {
  const now = step % Math.max(1, 2 * (most + pause));
  const back = now - most - 2 * pause;
  return back > 0 ? most - back : Math.min(most, Math.max(0, now - pause));
}
