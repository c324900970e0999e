import { BLACK, blankFrame, copyArea, type Frame, type Ink, luminance, type Rect, WHITE } from '@lcdflow/core';
import { concat, from, mergeMap } from 'rxjs';
import { testCard } from '../test-card.ts';
import { randomAreas, randomPieces, slices, type TileArea, wholeTiles, widestOf } from './areas.ts';
import type { Candidate } from './candidate.ts';
import type { Check } from './check.ts';
import { copyOf, noise, opposite } from './frames.ts';
import { glassTrial } from './glass.ts';
import { showsDots } from './letters-on-glass.ts';
import { type Random, shuffled } from './random.ts';
import { seeded } from './seeded.ts';
import { settled, shown, trial, written } from './trial.ts';
import { look } from './virtual-time.ts';

/** Areas tried one by one in a check. */
const TRIES = 24;

/** What must be seen on the glass, and when. */
export const glassChecks: readonly Check[] = [
  { name: 'shows the test card', run: showsTheCard },
  { name: 'shows random areas like one full paint', run: (candidate) => seeded(candidate, showsRandomAreas) },
  { name: 'touches nothing outside the tile', run: (candidate) => seeded(candidate, staysInTheTile) },
  { name: 'shows ink that looks as its model says', run: showsInkAsTold },
  { name: 'completes a write when it is on the glass', run: (candidate) => seeded(candidate, completesInTime) },
];

function showsTheCard(candidate: Candidate): void {
  const card = testCard(candidate.model, candidate.model.cell);
  glassTrial(candidate, ({ display, expectGlass }) =>
    concat(
      shown(display, card),
      look(() => expectGlass(card, 'the test card')),
    ),
  );
}

const HASH = 0x23;
const BLANK = 0x20;

/** Where the glass is in colours of its own. */
function showsInkAsTold(candidate: Candidate): void {
  const { model } = candidate;
  const [paper, ink] = model.cell === 'pixel' ? [BLACK, WHITE] : [BLANK, HASH];
  if (model.colors !== 2) return;
  trial(candidate, ({ display, panel }) => {
    const brightness: number[] = [];
    const remember = look(() => {
      const glass = panel.device.glass();
      if (model.cell === 'pixel' || showsDots(glass, model)) brightness.push(meanOf(glass));
    });
    return concat(
      settled(display, blankFrame(model, paper)),
      remember,
      settled(display, blankFrame(model, ink)),
      remember,
      look(() => expectInk(brightness, model.ink ?? 'light')),
    );
  });
}

function expectInk([paper, inked]: readonly number[], told: Ink): void {
  if (paper === undefined || inked === undefined) return;
  const seen = inked > paper ? 'light' : 'dark';
  if (seen !== told) throw new Error(`ink: ${told} by the model (light when left out), but on the glass it is ${seen}`);
}

const meanOf = ({ cells }: Frame): number => cells.reduce((sum, color) => sum + luminance(color), 0) / cells.length;

function showsRandomAreas(candidate: Candidate, random: Random): void {
  const { model } = candidate;
  const before = noise(model, model.cell, random);
  const after = opposite(before, model.cell);
  glassTrial(candidate, ({ display, expectGlass }) =>
    concat(
      settled(display, before),
      from(shuffled(randomPieces(display, random), random)).pipe(
        mergeMap((area) => written(display, after, area), display.ahead ?? 1),
      ),
      look(() => expectGlass(after, 'every area has been written once')),
    ),
  );
}

function staysInTheTile(candidate: Candidate, random: Random): void {
  const { model } = candidate;
  const before = noise(model, model.cell, random);
  const after = opposite(before, model.cell);
  glassTrial(candidate, ({ display, glass, expectGlass }) => {
    const tries = randomAreas(display, TRIES, random).map(({ tile, area }) =>
      concat(
        written(display, after, area),
        look(() => expectGlass(wantedOf(before, after, { tile, area }, glass()), `only ${text(area)} was written`)),
        ...slices(tile, widestOf(display)).map((slice) => written(display, before, slice)),
      ),
    );
    return concat(settled(display, before), ...tries);
  });
}

function completesInTime(candidate: Candidate, random: Random): void {
  const { model } = candidate;
  const before = noise(model, model.cell, random);
  const after = opposite(before, model.cell);
  glassTrial(candidate, ({ display, glass, expectGlass }) => {
    const writes = wholeTiles(display).map((area) =>
      concat(
        written(display, after, area),
        look(() => {
          const wanted = copyOf(glass());
          copyArea(after, wanted, area);
          expectGlass(wanted, `the write of ${text(area)} has completed, but is not on the glass`);
        }),
      ),
    );
    return concat(settled(display, before), ...writes);
  });
}

/** The area shows what is after; the rest of its tile may show either; everything else shows what was before. */
function wantedOf(before: Frame, after: Frame, { tile, area }: TileArea, seen: Frame): Frame {
  const wanted = copyOf(before);
  for (let y = tile.y; y < tile.y + tile.height; y++)
    for (let x = tile.x; x < tile.x + tile.width; x++) {
      const index = y * before.width + x;
      if (seen.cells[index] === after.cells[index]) wanted.cells[index] = after.cells[index]!;
    }
  copyArea(after, wanted, area);
  return wanted;
}

const text = ({ x, y, width, height }: Rect): string => `the area of ${width} x ${height} cells at ${x},${y}`;
