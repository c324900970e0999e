import { blankFrame, type Frame, present } from '@lcdflow/core';
import { matchesGolden } from '@lcdflow/testkit';
import { concat, delay, merge, NEVER, of, tap, timer } from 'rxjs';
import { test } from 'vitest';
import { onPanel } from '../test/on-panel.ts';
import { MODELS } from './models.ts';

/** What a page may look like: text, a percentage at its right, a rule of letters below. */
function page(size: { readonly width: number; readonly height: number }, percent: string): Frame {
  const frame = blankFrame(size, 0x20);
  const text = `cpu [${'#'.repeat(6)}] ${percent.padStart(size.width - 13)}${'abcdefghijklmnopqrstuvwxyz'.repeat(3)}`;
  frame.cells.set(Array.from(text, (letter) => letter.codePointAt(0)!).slice(0, frame.cells.length));
  return frame;
}

test.each(MODELS)('the wire of a $name: opening, repaint, one digit, the same again, a key', (model) => {
  const frames = ['7%', '8%', '8%'].map((percent, index) => of(page(model, percent)).pipe(delay(index * 1_000)));
  const [key] = model.keys;
  const pressed = key === undefined ? [] : [true, false];
  const { trace } = onPanel({ options: { model: model.name as 'CFA635' }, ms: 10_000 }, (display, panel) =>
    merge(
      present(display, concat(...frames, NEVER)),
      ...pressed.map((down, index) => timer(5_000 + index * 120).pipe(tap(() => panel.press(key!, down)))),
    ),
  );
  matchesGolden(new URL(`../test/golden/${model.name}.txt`, import.meta.url), trace);
});
