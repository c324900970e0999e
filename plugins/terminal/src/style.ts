/** Text in one style. A colour is 0xRRGGBB; the terminal's own when left out. */
export interface Run {
  readonly text: string;
  readonly ink?: number;
  readonly paper?: number;
  /** Ink and paper changed over (reverse video). */
  readonly inverted?: boolean;
}

/** Runs that stand side by side from a place on, counted in terminal cells from 0. */
export interface TextRow {
  readonly row: number;
  readonly column: number;
  readonly runs: readonly Run[];
}

/** The style of a run: all but its text. */
export type Style = Omit<Run, 'text'>;

/** Whether two styles look the same. */
export const sameStyle = (a: Style, b: Style): boolean =>
  a.ink === b.ink && a.paper === b.paper && (a.inverted ?? false) === (b.inverted ?? false);

/** No style at all: what a terminal shows after SGR 0. */
export const PLAIN: Style = {};

const parts = (color: number): string => `2;${(color >> 16) & 0xff};${(color >> 8) & 0xff};${color & 0xff}`;

/** The SGR sequence (ECMA-48 8.3.117; colours by ITU-T T.416) from one style to another; empty when there is none. */
function restyle(from: Style, to: Style): string {
  const codes: string[] = [];
  if ((from.inverted ?? false) !== (to.inverted ?? false)) codes.push(to.inverted ? '7' : '27');
  if (from.ink !== to.ink) codes.push(to.ink === undefined ? '39' : `38;${parts(to.ink)}`);
  if (from.paper !== to.paper) codes.push(to.paper === undefined ? '49' : `48;${parts(to.paper)}`);
  return codes.length === 0 ? '' : `\x1b[${codes.join(';')}m`;
}

/** Runs as text with SGR sequences, beginning from no style. Ends in the style of the last run. */
export function styledText(runs: readonly Run[]): string {
  let text = '';
  let style = PLAIN;
  for (const run of runs) {
    text += restyle(style, run) + run.text;
    style = run;
  }
  return text;
}
