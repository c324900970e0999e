import type { Frame } from '@lcdflow/core';
import { matchesGolden, picture } from '@lcdflow/testkit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { glassLetters } from './peers/glass-letters.ts';
import { inked } from './program/words.ts';
import { type Ran, ranFor } from './side-by-side/three-panels.ts';

// A panel on USB and two on serial lines in one program, each with its page and its pace.

const SECONDS = 10;
const END = SECONDS * 1_000 + 500;
const STOP = { display: 'rack', from: 3_210, to: 8_010 };

beforeEach(() => vi.stubEnv('TZ', 'UTC'));
afterEach(() => vi.unstubAllEnvs());

const pixels = (glass: Frame): string => picture(inked(glass), 'pixel');
const letters = (glass: Frame): string =>
  glassLetters(glass)
    .map((row) => `|${row}|\n`)
    .join('');
const shown = ({ events }: Ran): Record<string, number> =>
  Object.fromEntries(
    ['wide', 'desk', 'rack'].map((name) => [name, events.filter((e) => e.kind === 'shown' && e.name === name).length]),
  );
const mishaps = ({ events }: Ran) => events.filter(({ kind }) => kind === 'lost' || kind === 'failed');

test('each of three panels shows its own page', () => {
  const { glasses, complaints } = ranFor(END);
  const words = [
    `wide: picoLCD 256x64\n${pixels(glasses.wide!)}`,
    `desk: CFA635\n${letters(glasses.desk!)}`,
    `rack: LK204-25\n${letters(glasses.rack!)}`,
  ];
  matchesGolden(new URL('./side-by-side/three-glasses.txt', import.meta.url), words.join('\n'));
  expect(complaints).toEqual([]);
});

test('a source is asked once a second, however many panels and widgets show it', () => {
  // At once, and then on each second.
  expect(ranFor(END).polls).toEqual({
    load: { subscriptions: 1, readings: 1 + SECONDS },
    beat: { subscriptions: 1, readings: 1 + END / 20 },
  });
});

test('each panel has its own pace', () => {
  const ran = ranFor(END);
  expect(shown(ran)).toEqual({});
  expect(mishaps(ran)).toEqual([]);
});

test('a line that stops reading delays no other panel, and shows the newest when it reads again', () => {
  const [well, stopped] = [ranFor(END), ranFor(END, STOP)];
  const during = ({ wires }: Ran) =>
    wires.rack!.map((packet) => Number.parseFloat(packet)).filter((at) => at > STOP.from);
  expect(during(well)[0]).toBeLessThan(STOP.from + 500);
  expect(stopped.wires.wide).toEqual(well.wires.wide);
  expect(stopped.wires.desk).toEqual(well.wires.desk);
  expect(stopped.polls).toEqual(well.polls);
  expect(letters(stopped.glasses.rack!)).toBe(letters(well.glasses.rack!));
  expect([mishaps(stopped), stopped.complaints]).toEqual([[], []]);
});
