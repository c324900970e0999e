import { BLACK, type Frame, present, WHITE } from '@lcdflow/core';
import { matchesGolden, picture, testCard } from '@lcdflow/testkit';
import { concat, ignoreElements, merge, NEVER, type Observable, of, tap, timer } from 'rxjs';
import { test } from 'vitest';
import { opened } from '../test/opened.ts';
import { type PicolcdEmulator, picolcd20x2Emulator, picolcd20x4Emulator, type ReportDevice } from './emulator/index.ts';

const later = (ms: number, act: () => void): Observable<never> => timer(ms).pipe(tap(act), ignoreElements());

/** Ink white and paper, the lighter colour of a glass, black. */
function inked(glass: Frame): Frame {
  const paper = glass.cells.reduce((lightest, color) => Math.max(lightest, color));
  return { ...glass, cells: glass.cells.map((color) => (color === paper ? BLACK : WHITE)) };
}

test.each<PicolcdEmulator<ReportDevice>>([picolcd20x2Emulator, picolcd20x4Emulator])(
  'a session with the $model on the wire',
  (emulator) => {
    const { trace, panel } = opened(emulator, 400, (display, { press, report, device }) => {
      const card = testCard(display, 'character');
      const changed = { ...card, cells: card.cells.slice() };
      changed.cells.set([0x4f, 0x4b], 9);
      return merge(
        present(
          display,
          concat(
            of(card),
            later(200, () => {}),
            of(changed),
            NEVER,
          ),
        ),
        later(150, () => press('f1', true)),
        later(160, () => press('up', true)),
        later(170, () => press('f1', false)),
        later(180, () => report(device.infrared([-9000, 4500, -560]))),
        concat(timer(300).pipe(ignoreElements()), display.controls!.backlight!(0), display.controls!.led3!(1)),
      );
    });
    const text = [...trace, '', picture(inked(panel.device.glass()), 'pixel')].join('\n');
    matchesGolden(new URL(`../test/golden/wire-${emulator.model}.txt`, import.meta.url), text);
  },
);
