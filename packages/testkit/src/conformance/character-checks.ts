import { type Frame, present } from '@lcdflow/core';
import { concat, ignoreElements, map, type Observable, timer } from 'rxjs';
import { randomPieces } from './areas.ts';
import type { Candidate } from './candidate.ts';
import type { Check } from './check.ts';
import { noise } from './frames.ts';
import { type GlassTrial, glassTrial } from './glass.ts';
import { barPage, rareLetters, rarePage, withLetters } from './letter-frames.ts';
import { expectNoMore, pageCosts } from './page-costs.ts';
import type { Random } from './random.ts';
import { seeded } from './seeded.ts';
import { SETTLED, shown, written } from './trial.ts';
import { look } from './virtual-time.ts';

const cell = 'character';

/** What must be seen on a glass of letters, and what it may cost. */
export const characterChecks: readonly Check[] = [
  { name: 'shows letters that its ROM may lack', cell, run: (candidate) => seeded(candidate, showsRareLetters) },
  { name: 'shows bars of any length', cell, run: showsBars },
  { name: 'shows pages that follow each other too fast', cell, run: (candidate) => seeded(candidate, turnsPages) },
  { name: 'draws a glyph only when it is new', cell, run: (candidate) => seeded(candidate, drawsOnlyNewGlyphs) },
  {
    name: 'sends unchanged letters only where that is cheaper',
    cell,
    run: (candidate) => seeded(candidate, bridgesGaps),
  },
];

/** Pages tried one by one. */
const PAGES = 12;
/** Columns of dots in a letter. */
const COLUMNS = 5;

function showsRareLetters(candidate: Candidate, random: Random): void {
  glassTrial(candidate, (begun) => {
    const { display, expectGlass } = begun;
    // Piece after piece, from left to right: where a write ends, the cursor stands for the next.
    const pieces = (page: Frame) => randomPieces(display, random).map((area) => written(display, page, area));
    const both = () => {
      const [whole, cut] = [rarePage(candidate, random), rarePage(candidate, random)];
      return concat(
        seen(begun, whole, 'a page with rare letters'),
        ...pieces(cut),
        look(() => expectGlass(cut, 'a page with rare letters has been written piece by piece')),
      );
    };
    return concat(...Array.from({ length: PAGES }, both));
  });
}

function showsBars(candidate: Candidate): void {
  const steps = COLUMNS * candidate.model.width;
  const fractions = Array.from({ length: steps + 1 }, (_, step) => step / steps);
  glassTrial(candidate, (begun) =>
    concat(
      ...fractions.map((fraction) =>
        seen(
          begun,
          barPage(candidate, fraction),
          `a bar that is filled by ${Math.round(steps * fraction)} of ${steps}`,
        ),
      ),
    ),
  );
}

const seen = ({ display, expectGlass }: GlassTrial, page: Frame, when: string): Observable<never> =>
  concat(
    shown(display, page),
    look(() => expectGlass(page, when)),
  );

/** Between two pages that come too fast for any panel, in ms of virtual time. */
const HURRY = 5;
const IN_A_HURRY = 5;

function turnsPages(candidate: Candidate, random: Random): void {
  glassTrial(candidate, ({ display, expectGlass }) => {
    const rounds = Array.from({ length: PAGES }, () => {
      const pages = Array.from({ length: IN_A_HURRY }, () => rarePage(candidate, random));
      return concat(
        ...pages.map((page) => timer(HURRY).pipe(map(() => page))),
        timer(SETTLED).pipe(ignoreElements()),
        look(() => expectGlass(pages.at(-1)!, 'the last of many pages')),
      );
    });
    return present(display, concat(...rounds));
  });
}

const PLUS = 0x2b;
/** Bytes that a protocol may need more for a user-defined character than for a letter. To draw one takes 8 at least. */
const ESCAPE = 2;

function drawsOnlyNewGlyphs(candidate: Candidate, random: Random): void {
  const page = noise(candidate.model, cell, random);
  const rare = rareLetters(candidate, random);
  const place = page.cells.length - 2;
  const glyphs = withLetters(page, 0, rare);
  const pages = {
    first: page,
    changed: withLetters(page, place, [PLUS]),
    back: page,
    others: withLetters(
      page,
      0,
      rare.map(() => PLUS),
    ),
    again: page,
    glyphs,
    beside: withLetters(glyphs, place, [PLUS]),
    without: glyphs,
    twice: withLetters(glyphs, place, rare.slice(0, 1)),
    gone: page,
    returned: glyphs,
  };
  pageCosts(candidate, Object.values(pages), (bytes) => {
    const cost = (name: keyof typeof pages): number => bytes[Object.keys(pages).indexOf(name)]!;
    const escapes = ESCAPE * rare.length;
    expectNoMore('a letter beside glyphs has changed', cost('beside'), cost('changed'));
    expectNoMore('a glyph is shown a second time', cost('twice'), cost('changed') + ESCAPE);
    expectNoMore('glyphs have returned that the panel still has', cost('returned'), cost('others') + escapes);
  });
}

/** How far apart two letters change, in columns. */
const DISTANCES = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 17];
/** Not the first column: the cursor may stand there. */
const COLUMN = 1;

function bridgesGaps(candidate: Candidate, random: Random): void {
  const page = noise(candidate.model, cell, random);
  const changed = (columns: readonly number[]) =>
    columns.reduce((all, column) => withLetters(all, column, [PLUS]), page);
  for (const distance of DISTANCES.filter((columns) => COLUMN + columns < candidate.model.width)) {
    const end = COLUMN + distance;
    const between = Array.from({ length: distance + 1 }, (_, index) => COLUMN + index);
    const pages = [page, changed([COLUMN]), page, changed(between), page, changed([COLUMN, end])];
    pageCosts(candidate, pages, ([, one, , all, , two]) => {
      expectNoMore(`two letters have changed, ${distance} columns from each other`, two!, Math.min(2 * one!, all!));
    });
  }
}
