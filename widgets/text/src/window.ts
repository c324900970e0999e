import { MARQUEE_GAP, marqueeText, type Place } from '@lcdflow/core';

/** How a line moves that is too long. */
export interface Movement {
  readonly way: 'round' | 'there and back';
  /** Steps that it stands still at its beginning, and at its end where it turns. */
  readonly pause: number;
}

/** What shows of a text after so many steps: each line that is too long moves by itself, the others stand still. */
export function windowOf(
  text: string,
  step: number,
  movement: Movement,
  { width, measure }: Pick<Place, 'width' | 'measure'>,
  font: string | undefined,
): string {
  const style = font === undefined ? {} : { font };
  const letter = Math.max(1, measure(' ', style).width);
  return text
    .split(/\r?\n/)
    .map((line) => {
      const length = measure(line, style).width;
      return length <= width ? line : lineOf(line, Math.round(length / letter), width / letter, step, movement);
    })
    .join('\n');
}

/** The end of a line must be seen whole before it turns; one that goes round may be cut inside a letter. */
function lineOf(line: string, letters: number, room: number, step: number, { way, pause }: Movement): string {
  if (way === 'round') return marqueeText(line, Math.ceil(room), round(step, letters + MARQUEE_GAP, pause));
  const columns = Math.max(1, Math.floor(room));
  return marqueeText(line, columns, thereAndBack(step, letters - columns, pause));
}

const round = (step: number, length: number, pause: number): number => Math.max(0, (step % (length + pause)) - pause);

function thereAndBack(step: number, most: number, pause: number): number {
  const now = step % (2 * (most + pause));
  const back = now - most - 2 * pause;
  return back > 0 ? most - back : Math.min(most, Math.max(0, now - pause));
}
