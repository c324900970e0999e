import fc from 'fast-check';
import { EMPTY, NEVER, Observable } from 'rxjs';
import { expect, test } from 'vitest';
import { LetterPanel } from '../../test/letter-panel.ts';
import { areaCursor } from '../area-cursor.ts';
import { blankFrame, copyArea, INVERTED, UNKNOWN } from '../frame.ts';
import type { Frame } from '../types.ts';
import { type CharacterDisplay, characterDisplay } from './character-display.ts';
import { letterDots } from './dot-matrix.ts';
import { hd44780A00 } from './roms/index.ts';

const SIZE = { width: 8, height: 2 };

const frameOf = (upper: string, lower = ''): Frame => {
  const letters = [...upper.padEnd(SIZE.width), ...lower.padEnd(SIZE.width)];
  return { ...SIZE, cells: Uint32Array.from(letters, (letter) => letter.codePointAt(0)!) };
};

/** As `present` does it, area by area. */
class Presenter {
  readonly display: CharacterDisplay;
  #glass = blankFrame(SIZE, UNKNOWN);
  #next: ReturnType<typeof areaCursor>;
  newest: Frame = this.#glass;

  constructor(display: CharacterDisplay) {
    this.display = display;
    this.#next = areaCursor(display);
  }

  show(frame: Frame): void {
    this.newest = this.display.encode!(frame);
  }

  /** Writes at most so many areas. After a failure nothing is known of the glass. */
  write(areas = Number.POSITIVE_INFINITY): void {
    for (let count = 0; count < areas; count++) {
      const area = this.#next(this.#glass, this.newest);
      if (!area) return;
      copyArea(this.newest, this.#glass, area);
      this.display.write(this.newest, area).subscribe({
        error: () => {
          this.#glass = blankFrame(SIZE, UNKNOWN);
        },
      });
    }
  }
}

/** What an encoded frame says that each cell looks like. */
const dotsOf = ({ cells, glyphs }: Frame & { readonly glyphs?: readonly (Uint8Array | undefined)[] }) =>
  Array.from(cells, (cell) => [
    ...((cell > 0xff ? glyphs![cell & 0xff] : undefined) ?? letterDots(hd44780A00.letters!.get(cell)!)),
  ]);

/** Ink of the ROM, glyphs, shapes that look like each other in five columns, and what is inverted. */
const ALPHABET = [
  ...Array.from('  ABCÄäéèçž€▏▎▍▌▋▊▉█▁▂▃▄▅▆▇▐▖━\\~☃日', (letter) => letter.codePointAt(0)!),
  ...Array.from(' AB▌▄', (letter) => (letter.codePointAt(0)! | INVERTED) >>> 0),
];
const aFrame = (letters: readonly number[]) =>
  fc
    .array(fc.constantFrom(...letters), { minLength: 16, maxLength: 16 })
    .map((cells): Frame => ({ ...SIZE, cells: Uint32Array.from(cells) }));
const aStep = (letters: readonly number[]) =>
  fc.record({ frame: aFrame(letters), areas: fc.nat(6), failAfter: fc.option(fc.nat(4), { nil: undefined, freq: 6 }) });

const panelOf = fc.record({ keeps: fc.constant(false), cursor: fc.boolean(), widest: fc.integer({ min: 1, max: 8 }) });

test('whatever was shown and lost before: when all is written, the glass is what the frame says', () =>
  fc.assert(
    fc.property(fc.array(aStep(ALPHABET), { minLength: 1, maxLength: 12 }), panelOf, (steps, { cursor, widest }) => {
      const simulated = new LetterPanel(SIZE, { widest, ...(cursor ? {} : { cursorAfter: () => undefined }) });
      const presenter = new Presenter(characterDisplay(simulated.panel, simulated.send));
      for (const { frame, areas, failAfter } of steps) {
        presenter.show(frame);
        simulated.failAfter = failAfter ?? Number.POSITIVE_INFINITY;
        presenter.write(areas);
      }
      simulated.failAfter = Number.POSITIVE_INFINITY;
      presenter.write();
      expect(simulated.dots()).toEqual(dotsOf(presenter.newest));
    }),
    { numRuns: 150 },
  ));

test('frames of up to eight pictures that the ROM lacks are shown exactly', () => {
  const few = fc.shuffledSubarray(
    Array.from('äéèçž€▍▋▊▂▄▆▐▖\\~ABC', (letter) => letter.codePointAt(0)!),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(fc.array(few.chain(aStep), { minLength: 1, maxLength: 8 }), (steps) => {
      const simulated = new LetterPanel(SIZE);
      const presenter = new Presenter(characterDisplay(simulated.panel, simulated.send));
      for (const { frame, areas } of steps) {
        presenter.show(frame);
        presenter.write(areas);
      }
      presenter.write();
      expect(simulated.dots()).toEqual(Array.from(steps.at(-1)!.frame.cells, (cell) => [...letterDots(cell)]));
    }),
  );
});

test('glyphs that all have room are defined once, however often frames change', () => {
  const simulated = new LetterPanel(SIZE);
  const presenter = new Presenter(characterDisplay(simulated.panel, simulated.send));
  for (let round = 0; round < 5; round++)
    for (const frame of [frameOf('é▌è', 'ç'), frameOf('ABC'), frameOf('ž€', 'é'), frameOf('█▋▍', 'ç▌')]) {
      presenter.show(frame);
      presenter.write();
    }
  // ▌ and ▋ are the same in five columns.
  expect(simulated.defined).toBe(7);
});

test('a frame that comes again is not sent', () => {
  const simulated = new LetterPanel(SIZE);
  const presenter = new Presenter(characterDisplay(simulated.panel, simulated.send));
  presenter.show(frameOf('é▌èçž€▂▄', '▆▖'));
  presenter.write();
  const { bytes } = simulated;
  presenter.show(frameOf('é▌èçž€▂▄', '▆▖'));
  presenter.write();
  expect(simulated.bytes).toBe(bytes);
});

test('where a write ends the next one begins without a move, also on the next line', () => {
  const simulated = new LetterPanel(SIZE, { widest: 3 });
  const presenter = new Presenter(characterDisplay(simulated.panel, simulated.send));
  presenter.show(frameOf('ABCDEFGH', 'IJKLMNOP'));
  presenter.write();
  expect(simulated.moved).toBe(1);
  presenter.show(frameOf('ABCDEFGH', 'IJéLMNOP'));
  presenter.write();
  presenter.show(frameOf('ABCDEFGH', 'IJéèMNOP'));
  presenter.write();
  expect(simulated.moved).toBe(3);
});

test('defining that keeps the cursor costs no move', () => {
  const calls: string[] = [];
  const { panel } = new LetterPanel(SIZE, {
    definingKeepsCursor: true,
    define: (slot) => [Uint8Array.of(calls.push(`define ${slot}`))],
    show: ({ x, y }, codes, isThere) => [Uint8Array.of(calls.push(`show ${codes.length} at ${x},${y} ${isThere}`))],
  });
  const display = characterDisplay(panel, () => EMPTY);
  const frame = display.encode!(frameOf('ABé'));
  display.write(frame, { x: 0, y: 0, width: 2, height: 1 }).subscribe();
  display.write(frame, { x: 2, y: 0, width: 1, height: 1 }).subscribe();
  expect(calls).toEqual(['show 2 at 0,0 false', 'define 0', 'show 1 at 2,0 true']);
});

test.each([
  ['failed', (writing: Observable<unknown>) => writing.subscribe({ error: () => {} })],
  ['was given up', (writing: Observable<unknown>) => writing.subscribe().unsubscribe()],
])('after a write that %s its slots and the cursor are unknown', (how, end) => {
  const sent: number[] = [];
  let outcome: Observable<never> = how === 'failed' ? new Observable((to) => to.error(new Error('lost'))) : NEVER;
  const { panel } = new LetterPanel(SIZE, { define: (slot) => [Uint8Array.of(slot)], show: () => [] });
  const display = characterDisplay(panel, (packets) => {
    sent.push(...packets.map(([slot]) => slot!));
    return outcome;
  });
  const frame = display.encode!(frameOf('éè'));
  const area = { x: 0, y: 0, width: 8, height: 1 };
  end(display.write(frame, area));
  outcome = EMPTY;
  display.write(frame, area).subscribe();
  display.write(frame, area).subscribe();
  expect(sent).toEqual([0, 1, 0, 1]);
});

test('a write does nothing before it is subscribed', () => {
  const simulated = new LetterPanel(SIZE);
  const display = characterDisplay(simulated.panel, simulated.send);
  display.write(display.encode!(frameOf('é')), { x: 0, y: 0, width: 1, height: 1 });
  expect(simulated.bytes).toBe(0);
});

test('a panel without user-defined characters shows what is nearest in its ROM', () => {
  const simulated = new LetterPanel(SIZE, { slots: [] });
  const presenter = new Presenter(characterDisplay(simulated.panel, simulated.send));
  presenter.show(frameOf('Café 50€', '█▌▏ ~\\☃'));
  presenter.write();
  expect(presenter.newest.cells).toEqual(Uint32Array.from(frameOf('Cafe 50E', '\u00ff\u00ff  -/?').cells));
});

test('bytes of the ROM that show slots are not letters', () => {
  const { panel } = new LetterPanel(SIZE, { slots: [0xe1] });
  const display = characterDisplay(panel, () => EMPTY);
  const { cells } = display.encode!(frameOf('äö'));
  expect(cells[0]! & 0xff).toBe(0xe1);
  expect(cells[0]!).toBeGreaterThan(0xff);
  expect(cells[1]!).toBe(0xef);
});
