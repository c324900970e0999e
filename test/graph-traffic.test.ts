import { checkConfig, formatProblem } from '@lcdflow/config';
import type { Frame, Plugin } from '@lcdflow/core';
import { expect, onTestFinished, test } from 'vitest';
import { play, type Shot } from './program/play.ts';
import { createWorld } from './program/world.ts';

/**
 * What the kernel's driver for this panel redraws: tiles of 64 x 8 pixels, each with two packets as soon as one of its
 * pixels is another one.
 */
const TILE = { width: 64, height: 8 };
const PACKETS_OF_TILE = 2;

function changedTiles(before: Frame, now: Frame): number {
  const across = now.width / TILE.width;
  const changed = new Set<number>();
  for (const [index, cell] of now.cells.entries()) {
    const [x, y] = [index % now.width, Math.floor(index / now.width)];
    if (cell !== before.cells[index]) changed.add(Math.floor(y / TILE.height) * across + Math.floor(x / TILE.width));
  }
  return changed.size;
}

const PACKET = /^front +(\d+\.\d+) > /;

/** Pictures of the glass, and the packets between the first and the last of them. */
function played(part: string, shots: readonly number[]): { readonly glass: readonly Shot[]; readonly packets: number } {
  const config = `
sources: { load: { source: random, every: 1s, min: 0, max: 100 } }
displays: { front: { driver: picolcd } }
pages: { main: { ${part} } }`;
  const world = createWorld();
  onTestFinished(() => world.machine.remove());
  const plugins = world.plugins.map(
    (plugin): Plugin => (typeof plugin === 'function' ? plugin({} as never, { folder: '.' }) : plugin),
  );
  const { program, problems } = checkConfig(config, 'graph.yaml', plugins);
  expect(problems.map(formatProblem)).toEqual([]);
  const { shots: glass, wire } = play({ program: program!, plugins }, { shots, events: [] }, world);
  const packets = wire.filter((line) => Number(PACKET.exec(line)?.[1]) * 1_000 > shots[0]!).length;
  return { glass, packets };
}

/** From then on every column has a value. */
const FIRST = 260_900;
const SECONDS = 10;

test.each([
  ['the whole glass', 'graph: { value: load.value, span: 256s }'],
  ['a line', 'graph: { value: load.value, span: 256s, style: line }'],
  ['half of the width', 'row: [{ text: beside }, { graph: { value: load.value, span: 128s } }]'],
  ['a sparkline', 'column: [{ sparkline: { value: load.value, span: 256s } }, text: below]'],
])('a graph that moves by one column takes no more packets than the kernel would: %s', (_, part) => {
  const times = Array.from({ length: SECONDS + 1 }, (_, second) => FIRST + 1_000 * second);
  const { glass, packets } = played(part, times);
  const tiles = glass.slice(1).map(({ frame }, index) => changedTiles(glass[index]!.frame, frame));
  const kernel = PACKETS_OF_TILE * tiles.reduce((sum, each) => sum + each, 0);
  expect(kernel).toBeGreaterThan(SECONDS);
  expect(packets).toBeGreaterThan(SECONDS);
  expect(packets).toBeLessThanOrEqual(kernel);
});
