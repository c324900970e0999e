import { expect, test } from 'vitest';
import { Grid } from './grid.ts';

const runsOf = (text: string, width = 8) => {
  const grid = new Grid({ width, height: 1 });
  grid.write(0, 0, text);
  return grid
    .runs(0, 0, width)
    .map((run) => ({ ...run, text: run.text.trimEnd() }))
    .filter((run) => run.text !== '');
};

test.each([
  ['plain', 'ab', [{ text: 'ab' }]],
  ['colours', '\x1b[38;2;255;128;0;48;2;0;0;1mab', [{ text: 'ab', ink: 0xff8000, paper: 1 }]],
  ['own colours again', '\x1b[38;2;1;2;3ma\x1b[39mb', [{ text: 'a', ink: 0x010203 }, { text: 'b' }]],
  ['own paper again', '\x1b[48;2;1;2;3ma\x1b[49mb', [{ text: 'a', paper: 0x010203 }, { text: 'b' }]],
  ['reverse', '\x1b[7ma\x1b[27mb', [{ text: 'a', inverted: true }, { text: 'b' }]],
  ['reset', '\x1b[7;48;2;9;9;9ma\x1b[mb', [{ text: 'a', inverted: true, paper: 0x090909 }, { text: 'b' }]],
  ['a sequence of another kind', 'a\x1b[2Jb\x1b]0;title\x07', [{ text: 'ab]0;tit' }]],
  ['a style that is not in the protocol', '\x1b[1;5;38;5;9ma', [{ text: 'a' }]],
  ['a cut sequence', 'a\x1b[38;2', [{ text: 'a[38;2' }]],
  ['control characters', 'a\nb\rc\x07', [{ text: 'a b c' }]],
] as const)('%s', (_name, text, runs) => {
  expect(runsOf(text)).toEqual(runs);
});

test('what lies outside is dropped', () => {
  const grid = new Grid({ width: 3, height: 2 });
  expect(grid.write(1, 2, 'abc')).toBe(3);
  expect(grid.write(2, 0, 'abc')).toBe(3);
  expect(grid.write(0, 9, 'abc')).toBe(3);
  expect(
    [0, 1].map((row) =>
      grid
        .row(row)
        .map(({ letter }) => letter)
        .join(''),
    ),
  ).toEqual(['   ', '  a']);
});
