import { bar, blankFrame, type Frame, surfaceOf } from '@lcdflow/core';
import type { Candidate } from './candidate.ts';
import { noise } from './frames.ts';
import { type Random, shuffled } from './random.ts';

/** Letters that some ROM lacks. No two look alike, and none has a lookalike in a ROM. */
const RARE = Array.from('äöüéèñçåøæłžšřğıþŷ€£≠≤♥▂▄▆▌▐▖', (letter) => letter.codePointAt(0)!);
const BLANK = 0x20;

/** Some rare letters, at most as many as the panel has user-defined characters or columns. */
export const rareLetters = ({ model, glyphs }: Candidate, random: Random): readonly number[] =>
  shuffled(RARE, random).slice(0, Math.min(glyphs, model.width));

/** A page of plain letters with some rare ones among them, each of them once at least. */
export function rarePage(candidate: Candidate, random: Random): Frame {
  const page = noise(candidate.model, 'character', random);
  const rare = rareLetters(candidate, random);
  const places = shuffled([...page.cells.keys()], random).slice(0, Math.ceil(page.cells.length / 3));
  for (const [index, place] of places.entries()) if (rare.length > 0) page.cells[place] = rare[index % rare.length]!;
  return page;
}

/** The same page with other letters in a row from a cell on. */
export function withLetters(page: Frame, from: number, letters: readonly number[]): Frame {
  const cells = page.cells.slice();
  cells.set(letters, from);
  return { ...page, cells };
}

/** A page with a bar in its first line. */
export function barPage({ model }: Candidate, fraction: number): Frame {
  const frame = blankFrame(model, BLANK);
  bar({ fraction })(surfaceOf(frame, 'character').clip({ x: 0, y: 0, width: model.width, height: 1 }));
  return frame;
}
