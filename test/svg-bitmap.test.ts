import { expect, test } from 'vitest';
import { halved, svgBitmap, trimmed } from '../scripts/icons/svg-bitmap.ts';

const svg = (path: string): string => `<svg viewBox="0 0 6 6"><path d="${path}"/></svg>`;

test('squares, lines and holes of a path', () => {
  expect(svgBitmap(svg('M1 1h4v4H1zm1 1v2h2V2z'), 6)).toEqual([
    '......',
    '.****.',
    '.*..*.',
    '.*..*.',
    '.****.',
    '......',
  ]);
  expect(svgBitmap(svg('M0 0 2 0 2 2 0 2Zm4 4l2 0 0 2-2 0z'), 6)).toEqual([
    '**....',
    '**....',
    '......',
    '......',
    '....**',
    '....**',
  ]);
});

test('which way round a line goes does not matter, and one inside another the same way round leaves no hole', () => {
  const square = ['**....', '**....', '......', '......', '......', '......'];
  expect(svgBitmap(svg('M0 0h2v2H0z'), 6)).toEqual(square);
  expect(svgBitmap(svg('M0 0v2h2V0z'), 6)).toEqual(square);
  expect(svgBitmap(svg('M1 1h4v4H1zm1 1h2v2H2z'), 6)[2]).toBe('.****.');
});

test('curves are refused', () => {
  expect(() => svgBitmap(svg('M0 0c1 1 2 2 3 3z'), 6)).toThrow('expected a path of straight lines, but it has "c"');
});

test('half the pixels where nothing is lost, on the even or on the odd grid, and of all or none', () => {
  const even = ['**..', '**..', '..**', '..**'];
  const odd = ['....', '.**.', '.**.', '....'];
  expect(halved([even])).toEqual([['*.', '.*']]);
  expect(halved([odd])).toEqual([['...', '.*.', '...']]);
  expect(halved([even, odd])).toBeUndefined();
  expect(halved([['*...', '....', '....', '....']])).toBeUndefined();
});

test('blank edges are cut off, from all pictures alike', () => {
  expect(trimmed([['....', '.*..', '....']])).toEqual([['*']]);
  expect(
    trimmed([
      ['....', '.*..', '....'],
      ['....', '....', '..*.'],
    ]),
  ).toEqual([
    ['*.', '..'],
    ['..', '.*'],
  ]);
});
