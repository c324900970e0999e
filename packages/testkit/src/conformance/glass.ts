import { BLACK, blankFrame, type Frame, UNKNOWN, WHITE } from '@lcdflow/core';
import { concat, defer, EMPTY, type Observable } from 'rxjs';
import type { Candidate } from './candidate.ts';
import { difference } from './difference.ts';
import { letterReader, showsDots } from './letters-on-glass.ts';
import { settled, type Trial, trial } from './trial.ts';
import { look } from './virtual-time.ts';

type Reader = (glass: Frame) => Frame;

/** How a glass is read. */
interface Reading {
  readonly read: Reader;
  /** A frame as it would be read; the frame itself when left out. */
  readonly asRead?: Reader;
  /** What must be shown before. */
  readonly learn: Observable<never>;
}

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
    const reading = readerFor(begun);
    return concat(
      reading.learn,
      defer(() => use({ ...begun, ...seenThrough(reading, begun) })),
    );
  });
}

/** Finds out how to read the glass of a trial. */
export function readerFor(trial: Trial): Reading {
  const { pictureOf, model } = trial.candidate;
  const { display, panel } = trial;
  if (pictureOf) return { read: pictureOf, learn: EMPTY };
  if (showsDots(panel.device.glass(), model)) return { ...letterReader(model), learn: EMPTY };
  if (model.cell === 'character') return { read: (glass) => glass, learn: EMPTY };
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
export function seenThrough(
  { read, asRead = (frame) => frame }: Reading,
  { panel, candidate }: Trial,
): Pick<GlassTrial, 'glass' | 'expectGlass'> {
  const glass = (): Frame => read(panel.device.glass());
  return {
    glass,
    expectGlass: (wanted, when) => {
      // First, as a reader learns letters from the frames that are wanted.
      const expected = asRead(wanted);
      const text = difference(glass(), expected, candidate.model.cell);
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
