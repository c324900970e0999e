import { BLACK, blankFrame, type Frame, UNKNOWN, WHITE } from '@lcdflow/core';
import { concat, defer, type Observable } from 'rxjs';
import type { Candidate } from './candidate.ts';
import { difference } from './difference.ts';
import { settled, type Trial, trial } from './trial.ts';
import { look } from './virtual-time.ts';

type Reader = (glass: Frame) => Frame;

/** A trial that can read the glass. */
export interface GlassTrial extends Trial {
  /** What the glass shows now, as a frame. */
  glass(): Frame;
  /** Throws if the glass does not show a frame. `when` begins the message. */
  expectGlass(wanted: Frame, when: string): void;
}

/** A trial that first finds out how black and white look on this glass. */
export function glassTrial(candidate: Candidate, use: (trial: GlassTrial) => Observable<unknown>): void {
  trial(candidate, (begun) => {
    const { read, learn } = readerFor(begun);
    return concat(
      learn,
      defer(() => use({ ...begun, ...seenThrough(read, begun) })),
    );
  });
}

/** How a glass is read, and what must be shown before that. */
export function readerFor(trial: Trial): { readonly read: Reader; readonly learn: Observable<never> } {
  const { pictureOf, model } = trial.candidate;
  if (pictureOf || model.cell === 'character') return { read: pictureOf ?? ((glass) => glass), learn: concat() };
  const { display, panel } = trial;
  const looks: Frame[] = [];
  const remember = look(() => looks.push(panel.device.glass()));
  const learn = concat(
    settled(display, blankFrame(model, BLACK)),
    remember,
    settled(display, blankFrame(model, WHITE)),
    remember,
  );
  return { learn, read: (glass) => inkOf(glass, looks[0]!, looks[1]!) };
}

/** Reads the glass of a trial. */
export function seenThrough(read: Reader, { panel, candidate }: Trial): Pick<GlassTrial, 'glass' | 'expectGlass'> {
  const glass = (): Frame => read(panel.device.glass());
  return {
    glass,
    expectGlass: (wanted, when) => {
      const text = difference(glass(), wanted, candidate.model.cell);
      if (text !== undefined) throw new Error(`${when}: ${text}`);
    },
  };
}

/** A cell that looks the same in black and in white has never been reached: nobody knows what it shows. */
const inkOf = (glass: Frame, black: Frame, white: Frame): Frame => ({
  ...glass,
  cells: glass.cells.map((color, index) => {
    const [paper, ink] = [black.cells[index], white.cells[index]];
    if (paper === ink) return UNKNOWN;
    if (color === ink) return WHITE;
    return color === paper ? BLACK : UNKNOWN;
  }),
});
