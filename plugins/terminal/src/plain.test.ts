import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { characters, pixels, whole } from '../test/pictures.ts';
import { braille } from './braille.ts';
import { halfBlocks } from './half-blocks.ts';
import { letters } from './letters.ts';
import { encodePacket } from './packet.ts';
import { Panel } from './panel.ts';
import { plainPicture } from './plain.ts';
import type { TextRow } from './style.ts';

const README = new URL('../README.md', import.meta.url);

function plain(rows: readonly TextRow[], columns: number): string[] {
  const panel = new Panel({ title: 'front', rows: rows.length, columns });
  for (const row of rows) panel.draw(encodePacket(row));
  return plainPicture(panel).split('\n');
}

test('pixels are half blocks where they differ from the most frequent colour', () => {
  const dark = pixels(['#......#', '.#....#.', '..#rr#..', 'rrrrrrrr', '...##...'], { r: 0xff0000 });
  const printed = plain(halfBlocks(dark, whole(dark)), 8);
  expect(printed).toEqual([
    'front', //
    '▀▄    ▄▀',
    '▄▄████▄▄',
    '   ▀▀',
    '',
  ]);
  expect(readFileSync(README, 'utf8')).toContain(`\`\`\`text\n${printed.join('\n')}\`\`\`\n`);
  const light = pixels(['.######.', '#.####.#', '##.##.##', '........', '###..###']);
  expect(plain(halfBlocks(light, whole(light)), 8)).toEqual([
    'front', //
    '▀▄    ▄▀',
    '▄▄█▄▄█▄▄',
    '   ▀▀',
    '',
  ]);
});

test('what lies below an odd height is no colour of the panel', () => {
  const odd = pixels(['#...#']);
  expect(plain(halfBlocks(odd, whole(odd)), 5)).toEqual(['front', '▀   ▀', '']);
});

test('letters and braille stay as they are', () => {
  const text = characters(['CPU ▄▀█ ', ' 42%    '], [1]);
  expect(plain(letters(text, whole(text)), 8)).toEqual(['front', 'CPU ▄▀█', ' 42%', '']);
  const dots = pixels(['#...', '.#..', '#...', '.#..']);
  expect(plain(braille(dots, whole(dots)), 2)).toEqual(['front', '⢕', '']);
});
