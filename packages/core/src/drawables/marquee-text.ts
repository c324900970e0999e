/** Blanks between the end of a text that moves and its next beginning. */
export const MARQUEE_GAP = 3;

/**
 * What shows of an endless band `text   text   text` through a window of so many letters, after the band has moved
 * `step` letters to the left. For texts that do not fit: one that fits is repeated, too. A step of NaN is 0.
 */
export function marqueeText(text: string, columns: number, step: number): string {
  const band = [...text, ...' '.repeat(MARQUEE_GAP)];
  const whole = Number.isFinite(step) ? Math.floor(step) : 0;
  const start = ((whole % band.length) + band.length) % band.length;
  return Array.from({ length: Math.max(0, columns) }, (_, index) => band[(start + index) % band.length]).join('');
}
