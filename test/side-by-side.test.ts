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
/** The last letter of each page: a digit that is another one in each frame. */
const BEAT = { wide: { x: 250, y: 12 }, desk: { x: 19, y: 3 }, rack: { x: 19, y: 3 } };
/** How often that digit was written, by display. */
const frames = ({ events }: Ran): Record<string, number> =>
  Object.fromEntries(
    Object.entries(BEAT).map(([display, { x, y }]) => [
      display,
      events.filter(
        (event) =>
          event.kind === 'shown' &&
          event.name === display &&
          y >= event.area.y &&
          y < event.area.y + event.area.height &&
          x >= event.area.x &&
          x < event.area.x + event.area.width,
      ).length,
    ]),
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
  for (const [display, fps] of Object.entries({ wide: 20, desk: 5, rack: 2 })) {
    const most = (END / 1_000) * fps;
    expect(frames(ran)[display], display).toBeLessThanOrEqual(most + 1);
    expect(frames(ran)[display], display).toBeGreaterThan(most * 0.9);
  }
  expect(mishaps(ran)).toEqual([]);
});

test('a line that stops reading delays no other panel, and shows the newest when it reads again', () => {
  const [well, stopped] = [ranFor(END), ranFor(END, STOP)];
  const during = ({ wires }: Ran) =>
    wires.rack!.map((packet) => Number.parseFloat(packet)).filter((at) => at > STOP.from);
  expect(during(well)[0]).toBeLessThan(STOP.from + 500);
  expect(during(stopped)[0]).toBeGreaterThanOrEqual(STOP.to);
  expect(stopped.wires.wide).toEqual(well.wires.wide);
  expect(stopped.wires.desk).toEqual(well.wires.desk);
  expect(stopped.polls).toEqual(well.polls);
  expect(letters(stopped.glasses.rack!)).toBe(letters(well.glasses.rack!));
  expect([mishaps(stopped), stopped.complaints]).toEqual([[], []]);
});
