import { blankFrame, copyArea, INVERTED } from '@lcdflow/core';
import { emulate, traced } from '@lcdflow/emulator';
import { fuzz, hex, matchesGolden, must, type Random, randomBytes } from '@lcdflow/testkit';
import { Terminal } from '@xterm/headless';
import { concat } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import { VtDevice } from '../src/emulator/device.ts';
import { explain } from '../src/emulator/explain.ts';
import { vtEmulator } from '../src/emulator/index.ts';
import { encodeArea, encodeFrame, encodeOpening } from '../src/encode.ts';
import type { Letters } from '../src/letters.ts';

const SIZE = { width: 12, height: 3 };
const text = (value: string): Uint8Array => Uint8Array.from(value, (letter) => letter.charCodeAt(0));

/** Rows of a terminal that has got some text; inverted letters between brackets. */
function shown(value: string, isUtf8 = false): readonly string[] {
  const device = new VtDevice(SIZE, isUtf8);
  device.receive(text(value));
  const { cells } = device.letters();
  const letter = (cell: number) =>
    cell >= INVERTED ? `[${String.fromCodePoint(cell - INVERTED)}]` : String.fromCodePoint(cell);
  return [0, 1, 2].map((y) =>
    Array.from(cells.subarray(y * 12, y * 12 + 12), letter)
      .join('')
      .trimEnd(),
  );
}

test.each([
  ['letters', 'Hello', ['Hello', '', '']],
  ['a place', '\x1b[2;3HHi', ['', '  Hi', '']],
  ['a place outside is the edge', '\x1b[99;99HX', ['', '', '           X']],
  ['no place is the first', 'abc\x1b[HX', ['Xbc', '', '']],
  ['wrapping', 'abcdefghijklmn', ['abcdefghijkl', 'mn', '']],
  ['no wrapping', '\x1b[?7labcdefghijklmn', ['abcdefghijkn', '', '']],
  ['the last letter does not scroll at once', '\x1b[3;1Habcdefghijkl', ['', '', 'abcdefghijkl']],
  ['the one behind it does', '\x1b[3;1Habcdefghijklm', ['', 'abcdefghijkl', 'm']],
  ['reverse', 'a\x1b[7mb\x1b[mc', ['a[b]c', '', '']],
  ['not reverse any more', '\x1b[7mb\x1b[27mc', ['[b]c', '', '']],
  ['other styles are none', '\x1b[1;4;7mb\x1b[0;5mc', ['[b]c', '', '']],
  ['erase all', 'abc\x1b[2JX', ['   X', '', '']],
  ['erase the rest of the screen', 'abc\x1b[2;2Hdef\x1b[2;3H\x1b[J', ['abc', ' d', '']],
  ['erase the rest of the row', 'abcdef\x1b[1;3H\x1b[K', ['ab', '', '']],
  ['erase the row up to the cursor', 'abcdef\x1b[1;3H\x1b[1K', ['   def', '', '']],
  ['graphics', '\x1b)0\x0elqk\x0fq', ['┌─┐q', '', '']],
  ['graphics as G0', '\x1b(0x\x1b(Bx', ['│x', '', '']],
  ['return, feed, back', 'ab\r\nc\bd', ['ab', 'd', '']],
  ['a control within a sequence', '\x1b[2\r;3HX', ['', '  X', '']],
  ['a sequence that is given up', '\x1b[2;3\x18HX', ['HX', '', '']],
  ['what it does not know', '\x1b[3 q\x1b[>c\x1b#8\x1bcX', ['X', '', '']],
])('%s', (_, value, rows) => {
  expect(shown(value)).toEqual(rows);
});

test('letters above 7f: Latin 1, or Unicode in several bytes', () => {
  expect(shown('\xe9\x9b')).toEqual(['é', '', '']);
  expect(shown('\xc3\xa9\xe2\x94\x82\x80a', true)).toEqual(['é│a', '', '']);
});

/** What any picture may have in it. */
const CELLS = [0x20, 0x41, 0x7e, 0xe9, 0x2500, 0x253c, 0x2588, 0x2584, 0x2581, 0x20ac, 0x65e5];
const someCell = (random: Random): number => (CELLS[random(CELLS.length)]! + (random(3) === 0 ? INVERTED : 0)) >>> 0;

test.each(['ascii', 'latin-1', 'utf-8'] as const)(
  'with %s a terminal of somebody else shows the same as the emulated one, and what was painted',
  async (letters: Letters) => {
    const other = new Terminal({ cols: SIZE.width, rows: SIZE.height, allowProposedApi: true });
    const device = new VtDevice(SIZE, letters === 'utf-8');
    const painted = blankFrame(SIZE, 0x20);
    const packets: Uint8Array[] = [encodeOpening(letters)];
    fuzz(300, (random) => {
      const frame = blankFrame(SIZE, 0x20);
      frame.cells.forEach((_, index) => {
        if (random(3) > 0) frame.cells[index] = someCell(random);
      });
      const [x, y] = [random(SIZE.width), random(SIZE.height)];
      const area = { x, y, width: 1 + random(SIZE.width - x), height: 1 };
      packets.push(encodeArea(frame, area, letters));
      copyArea(encodeFrame(frame, letters), painted, area);
    });
    for (const packet of packets) {
      device.receive(packet);
      // Its strings are decoded already: what is no UTF-8 goes as such.
      const data = letters === 'utf-8' ? packet : String.fromCharCode(...packet);
      await new Promise<void>((done) => other.write(data, done));
    }
    const theirs = painted.cells.map((_, index) => {
      const cell = other.buffer.active.getLine(Math.floor(index / SIZE.width))!.getCell(index % SIZE.width)!;
      return ((cell.getChars().codePointAt(0) ?? 0x20) + (cell.isInverse() ? INVERTED : 0)) >>> 0;
    });
    expect(device.letters()).toEqual(painted);
    expect(theirs).toEqual(painted.cells);
  },
);

test('the glass is dots, two colours', () => {
  const { device } = emulate(vtEmulator('20x2', 'ascii'));
  device.receive(text('A\x1b[7m '));
  const { width, height, cells } = (device as VtDevice).glass();
  expect([width, height, new Set(cells).size]).toEqual([119, 17, 2]);
});

test('keys', () => {
  const device = new VtDevice(SIZE, false);
  expect([...device.press('up', true), ...device.press('up', false)].map(hex)).toEqual(['1b 5b 41']);
  expect(device.press('f1', true).map(hex)).toEqual(['1b 4f 50']);
  expect(() => device.press('f13', true)).toThrow(/^key: one of up, .*, not f13$/);
});

test.each([
  ['\x1b[2;1HHi\x1b[K', 'to 2,1, "Hi", erase the row'],
  [
    '\x1b(B\x1b)0\x0f\x1b[?25l\x1b[?7l\x1b[m\x1b[2J',
    'G0 letters, G1 graphics, letters, cursor off, wrapping off, normal, erase all',
  ],
  ['\x1b%G\x1b[7mA\x0eq', 'utf-8, reverse, "A", graphics, "q"'],
  ['\x1b[5n\x1b[?6h\x1b[31m\x07\x1b7', 'unknown n, mode 6 on, style 31, 07, escape 7'],
  ['\x1b[', 'a part'],
  ['', 'empty packet'],
])('%j explained', (value, words) => {
  expect(explain(false)(text(value), 'out')).toBe(words);
});

test('what is typed, explained', () => {
  expect(explain(false)(text('\x1b[A'), 'in')).toBe('typed 1b "[A"');
});

test('100,000 random streams in any pieces', () => {
  const likely = Array.from(text('\x1b[;?0127HJKmhl()B0\x0e\x0f\r\n')).concat(0xc3, 0xa9, 0xe2, 0x94, 0x82);
  const pairs = [false, true].map((isUtf8) => ({
    ...{ whole: new VtDevice(SIZE, isUtf8), cut: new VtDevice(SIZE, isUtf8), words: explain(isUtf8) },
  }));
  fuzz(100_000, (random) => {
    const { whole, cut, words } = pairs[random(2)]!;
    const stream = randomBytes(random, 16, likely);
    const at = random(stream.length + 1);
    whole.receive(stream);
    cut.receive(stream.subarray(0, at));
    cut.receive(stream.subarray(at));
    must(words(stream, 'out') !== '', 'words');
    must(whole.screen.x === cut.screen.x && whole.screen.y === cut.screen.y, 'the same cursor');
  });
  for (const { whole, cut } of pairs) {
    expect(whole.letters()).toEqual(cut.letters());
    expect(whole.glass()).toEqual(cut.glass());
  }
});

test('a conversation with a terminal, as traced', () => {
  const written: string[] = [];
  const frame = blankFrame({ width: 20, height: 2 }, 0x20);
  frame.cells.set(Array.from('CPU ┤████▁│ 42 °C', (letter) => letter.codePointAt(0)!));
  const packets = [
    encodeOpening('ascii'),
    encodeArea(frame, { x: 0, y: 0, width: 20, height: 1 }, 'ascii'),
    encodeArea(frame, { x: 0, y: 1, width: 20, height: 1 }, 'ascii'),
  ];
  new TestScheduler(() => {}).run(({ expectObservable, flush }) => {
    const emulator = vtEmulator('20x2', 'ascii');
    const trace = traced(emulate(emulator).transport, emulator, (line) => written.push(line));
    expectObservable(concat(...packets.map((packet) => trace.submit(packet))));
    flush();
  });
  matchesGolden(new URL('golden/vt-wire.txt', import.meta.url), `${written.join('\n')}\n`);
});
