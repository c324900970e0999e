import { expect, test } from 'vitest';
import { type TinyFrame, tinyGif } from '../test/pictures.ts';
import { gif } from './gif.ts';
import type { Picture } from './picture.ts';
import { decoded } from './reading/decoded.ts';

const SIGNS: Readonly<Record<string, string>> = { '000000ff': '0', ff0000ff: '1', '00ff00ff': '2', ffffffff: '3' };

/** Rows of colours' numbers; `.` is transparent. */
const rowsOf = ({ width, rgba }: Picture): string => {
  const pixels = Buffer.from(rgba).toString('hex').match(/.{8}/g)!;
  const letters = pixels.map((pixel) => SIGNS[pixel] ?? '.').join('');
  return letters.match(new RegExp(`.{${width}}`, 'g'))!.join('/');
};

const film = (frames: readonly TinyFrame[], count = frames.length): readonly string[] => {
  const next = gif(tinyGif(4, 2, frames, 0)).play();
  return Array.from({ length: count }, () => rowsOf(next()));
};

test('a picture written by another program', () => {
  const disc =
    'R0lGODlhDAAMAIEAAAAAAP8AAP///wAA/yH5BAEAAAAALAAAAAAMAAwAAAIfhI8py8p/WJihgUXpMjhXwQneF47b1U0W+pxRm8RIAQA7';
  expect(rowsOf(gif(Buffer.from(disc, 'base64')).play()()).split('/')).toEqual([
    '............',
    '...333333...',
    '..33333333..',
    '.3331111333.',
    '.3311111133.',
    '.3311111133.',
    '.3311111133.',
    '.3311111133.',
    '.3331111333.',
    '..33333333..',
    '...333333...',
    '............',
  ]);
});

test('a picture lies on the one before, which stays, is cleared, or gives back what was there', () => {
  const first = { rows: ['0123', '3210'] };
  const second = { x: 1, rows: ['11', '11'] };
  const third = { x: 3, rows: ['2'], transparent: 0 };
  expect(film([first, { ...second, disposal: 1 }, third])).toEqual(['0123/3210', '0113/3110', '0112/3110']);
  expect(film([first, { ...second, disposal: 2 }, third])).toEqual(['0123/3210', '0113/3110', '0..2/3..0']);
  expect(film([first, { ...second, disposal: 3 }, third])).toEqual(['0123/3210', '0113/3110', '0122/3210']);
});

test('each round begins with nothing, and transparent pixels leave what is there', () => {
  const frames = [
    { rows: ['1001'], transparent: 0 },
    { rows: ['0220'], transparent: 0, y: 1 },
  ];
  expect(film(frames, 4)).toEqual(['1..1/....', '1..1/.22.', '1..1/....', '1..1/.22.']);
});

test('rows of an interlaced picture', () => {
  const rows = ['0', '1', '2', '3', '0', '1', '2', '3', '1'];
  const bytes = tinyGif(1, 9, [{ rows, interlaced: true }]);
  // As they are sent: rows 0 and 8, then 4, then 2 and 6, then 1, 3, 5, 7.
  expect(rowsOf(gif(bytes).play()())).toBe('0/1/3/2/2/3/0/1/1');
});

test('what reaches out of the picture is cut off', () => {
  expect(film([{ x: 3, y: 1, rows: ['12', '21'] }])).toEqual(['..../...1']);
  expect(film([{ x: 9, rows: ['12'] }])).toEqual(['..../....']);
});

test('delays and rounds', () => {
  const frames = [
    { rows: ['1'], delay: 0 },
    { rows: ['1'], delay: 1 },
    { rows: ['1'], delay: 2 },
    { rows: ['1'], delay: 500 },
  ];
  expect(gif(tinyGif(4, 2, frames, 0))).toMatchObject({ delays: [100, 100, 20, 5000], loops: Infinity });
  expect(gif(tinyGif(4, 2, frames, 2)).loops).toBe(3);
  expect(gif(tinyGif(4, 2, frames)).loops).toBe(1);
});

test('cut off at every byte it shows what is there or says what is wrong', () => {
  const whole = tinyGif(4, 2, [{ rows: ['1111', '2222'] }, { rows: ['3333'], disposal: 2 }], 0);
  const shown = Array.from(whole, (_, length) => {
    try {
      const { delays, play } = decoded(whole.subarray(0, length));
      const next = play();
      return delays.map(() => rowsOf(next())).join(' ');
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect([...new Set(shown)]).toEqual([
    'expected a PNG, JPEG or GIF',
    'the GIF ends before its first picture',
    '..../....',
    '1.../....',
    '111./....',
    '1111/2...',
    '1111/22..',
    '1111/2222',
    '1111/2222 1111/2222',
    '1111/2222 3111/2222',
    '1111/2222 3331/2222',
    '1111/2222 3333/2222',
  ]);
});

test('every byte may be another one', () => {
  const whole = tinyGif(4, 2, [{ rows: ['1111', '2222'] }, { rows: ['3333'], disposal: 3, transparent: 1 }], 0);
  for (let at = 6; at < whole.length; at++)
    for (const value of [0, 1, 0x7f, 0xff]) {
      const broken = whole.slice();
      broken[at] = value;
      try {
        const { delays, play } = gif(broken);
        const next = play();
        for (const _ of delays) next();
      } catch (error) {
        expect((error as Error).message).toMatch(/^the (GIF|picture) /);
      }
    }
});
