import { type Display, type Frame, type Rect, tilesOf } from '@lcdflow/core';
import fc from 'fast-check';
import { lastValueFrom, Subscription } from 'rxjs';
import { afterEach, expect, test } from 'vitest';
import { characters, pixels, seenPixels, whole } from '../test/pictures.ts';
import { VirtualKeyboard, VirtualTerminal } from '../test/virtual-terminal.ts';
import { type Glass, glassDisplay } from './glass-display.ts';
import { createScreen } from './screen.ts';

let open = new Subscription();
afterEach(() => {
  open.unsubscribe();
  open = new Subscription();
});

function opened(glass: Partial<Glass> & Pick<Glass, 'width' | 'height'>, columns = 80, rows = 24) {
  const terminal = new VirtualTerminal(columns, rows);
  const keyboard = new VirtualKeyboard();
  const screen = createScreen({ output: terminal, input: keyboard, onInterrupt: () => undefined });
  let display!: Display;
  const subscription = glassDisplay({ title: 'front', cell: 'pixel', ...glass }, screen).subscribe((opened) => {
    display = opened;
  });
  open.add(subscription);
  const write = (frame: Frame, area: Rect = whole(frame)) =>
    lastValueFrom(display.write(frame, area), { defaultValue: undefined });
  return { terminal, keyboard, display, write, close: () => subscription.unsubscribe() };
}

const size = fc.record({ width: fc.integer({ min: 1, max: 14 }), height: fc.integer({ min: 1, max: 14 }) });
/** Frames of one size in a few colours and areas of them, to be written one after the other. */
const writes = (colors: readonly number[]) =>
  size.chain(({ width, height }) => {
    const cells = fc.array(fc.constantFrom(...colors), { minLength: width * height, maxLength: width * height });
    const area = fc
      .tuple(fc.nat(width - 1), fc.nat(height - 1), fc.nat(width), fc.nat(height))
      .map(([x, y, w, h]) => ({ x, y, width: Math.min(w, width - x), height: Math.min(h, height - y) }));
    const frame = cells.map((all): Frame => ({ width, height, cells: Uint32Array.from(all) }));
    return fc.array(fc.record({ frame, area }), { minLength: 1, maxLength: 6 });
  });

test.each([
  ['half', [0, 0xffffff, 0x123456, 0xff8000, 0x808080]],
  ['braille', [0x204080, 0xe0e0ff]],
] as const)('%s: areas written one by one end up as if all were painted', async (glyphs, colors) => {
  await fc.assert(
    fc.asyncProperty(writes(colors), async (steps) => {
      const { width, height } = steps[0]!.frame;
      const { terminal, write, close } = opened({ width, height, glyphs }, 40, 24);
      const expected: Frame = { width, height, cells: new Uint32Array(width * height).fill(colors[0]) };
      await write(expected);
      for (const { frame, area } of steps) {
        await write(frame, area);
        for (let y = area.y; y < area.y + area.height; y++)
          for (let x = area.x; x < area.x + area.width; x++)
            expected.cells[y * width + x] = frame.cells[y * width + x]!;
        const seen = seenPixels(terminal, expected, glyphs);
        expect(seen).toEqual(expected);
      }
      close();
    }),
    { numRuns: 60 },
  );
});

test('a glass in its own colours is exact as half blocks', async () => {
  const { terminal, write } = opened({ width: 6, height: 4 });
  const frame = pixels(['gggggg', 'gi..ig', 'giiiig', 'gggggg'], { g: 0x9acd32, i: 0x203010 });
  await write(frame);
  expect(terminal.text().slice(0, 3)).toEqual(['front', ' ▄▄▄▄', ' ▀▀▀▀']);
  expect(seenPixels(terminal, frame, 'half')).toEqual(frame);
});

test.each([
  [256, 256, 'half', 256, 32],
  [256, 255, 'braille', 128, 16],
  [20, 20, 'half', 20, 32],
])('%i pixels in %i columns are shown as %s', (width, columns, _glyph, across, down) => {
  const { display } = opened({ width, height: 64 }, columns, 50);
  expect(display.tile).toEqual({ width, height: 64 / down });
  expect(display.ahead).toBe(tilesOf(display, display.tile).length);
  expect(display.gap).toBe((16 * width) / across);
});

test('characters are letters whatever the glyphs are', async () => {
  const { terminal, write, display } = opened({ width: 8, height: 2, cell: 'character', glyphs: 'braille' });
  await write(
    characters(
      ['CPU', '42%'].map((row) => row.padEnd(8)),
      [1],
    ),
  );
  expect(terminal.text().slice(0, 3)).toEqual(['front', 'CPU', '42%']);
  expect([terminal.cell(1, 0).inverted, terminal.cell(2, 0).inverted]).toEqual([false, true]);
  expect(display.tile).toEqual({ width: 8, height: 1 });
});

test('an empty area is done at once', async () => {
  const { write } = opened({ width: 8, height: 2 });
  await write(pixels(['........', '........']), { x: 3, y: 1, width: 0, height: 1 });
});

test('a key goes down and up', () => {
  const { display, keyboard } = opened({ width: 8, height: 2 });
  const events: string[] = [];
  display.keys!.subscribe(({ key, pressed }) => events.push(`${key} ${pressed ? 'down' : 'up'}`));
  keyboard.type('\x1b[Ax');
  expect(events).toEqual(['up down', 'up up', 'x down', 'x up']);
});
