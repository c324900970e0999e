import { blankFrame, surfaceOf } from '@lcdflow/core';
import { filmOf, matchesGolden, renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import fc from 'fast-check';
import { from } from 'rxjs';
import { expect, test } from 'vitest';
import { separator } from './index.ts';
import { separatorPicture } from './separator-picture.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const picture = (proof: WidgetProof, options: object): string =>
  shotsOf(renderWidget(separator, options, proof), 0).at(-1)!.picture;

const LOOKS: readonly object[] = [
  {},
  { style: 'dashed' },
  { style: 'dotted', color: 'gray' },
  { title: 'CPU' },
  { title: 'CPU', align: 'center', style: 'dotted' },
  { title: 'Memory', align: 'right', style: 'dashed', color: 'gray', titleColor: 'lime' },
];
const across = (proof: WidgetProof): string => LOOKS.map((look) => picture(proof, look)).join('\n');
const down = (proof: WidgetProof): string =>
  LOOKS.slice(0, 3)
    .map((look) => picture(proof, look))
    .join('\n');

test('on 20 x 2 and 20 x 4 characters', () => {
  const place = { width: 20, height: 1, cell: 'character' } as const;
  matchesGolden(golden('20x2.txt'), `${across(place)}\n${down({ ...place, width: 1, height: 2 })}`);
  matchesGolden(golden('20x4.txt'), `${across({ ...place, height: 4 })}\n${down({ ...place, width: 1, height: 4 })}`);
});

test('on places of a mono panel of 256 x 64', () => {
  const place = { width: 100, height: 8, cell: 'pixel', colors: 2 } as const;
  matchesGolden(golden('256x64.txt'), `${across(place)}\n${down({ ...place, width: 5, height: 24 })}`);
});

test('on places of a colour panel of 480 x 320', () => {
  const place = { width: 120, height: 16, cell: 'pixel', colors: 65536, font: '8x16' } as const;
  matchesGolden(golden('480x320.txt'), `${across(place)}\n${down({ ...place, width: 8, height: 24 })}`);
});

test('a line goes along the longer side, or where it is told to', () => {
  const wide = { width: 3, height: 2, cell: 'character' } as const;
  expect(picture(wide, {})).toBe('|───|\n|   |\n');
  expect(picture(wide, { direction: 'vertical' })).toBe('| │ |\n| │ |\n');
  expect(picture({ ...wide, width: 1 }, {})).toBe('|│|\n|│|\n');
  expect(picture({ ...wide, height: 3 }, {})).toBe('|   |\n|───|\n|   |\n');
});

test('a title that is too long is cut off, and one without room left away', () => {
  const place = { width: 9, height: 1, cell: 'character' } as const;
  expect(picture(place, { title: 'Temperature' })).toBe('|─ Tempe ─|\n');
  expect(picture({ ...place, width: 5 }, { title: 'CPU' })).toBe('|─ C ─|\n');
  expect(picture({ ...place, width: 4 }, { title: 'CPU' })).toBe('|────|\n');
  expect(picture(place, { title: '  ' })).toBe('|─────────|\n');
  const low = { width: 24, height: 7, cell: 'pixel' } as const;
  expect(picture(low, { title: 'CPU' })).toBe(picture(low, {}));
});

test('a title of 10,000 letters is cut off as well', () => {
  const place = { width: 9, height: 1, cell: 'character' } as const;
  expect(picture(place, { title: 'x'.repeat(10_000) })).toBe('|─ xxxxx ─|\n');
});

test('another title is another picture, the same one is not', () => {
  const values = { '{{ name }}': from(['a', 'a', 'b']) };
  const place = { width: 9, height: 1, cell: 'character', values } as const;
  expect(filmOf(renderWidget(separator, { title: '{{ name }}' }, place), 0)).toBe(
    'at 0 ms\n|─ a ─────|\n\nat 0 ms\n|─ b ─────|\n',
  );
});

test('whatever the title and the place: nothing outside is touched', () => {
  const size = fc.integer({ min: 1, max: 40 });
  const look = fc.record({
    align: fc.constantFrom('left' as const, 'center' as const, 'right' as const),
    style: fc.constantFrom('solid' as const, 'dashed' as const, 'dotted' as const),
    color: fc.constant(0xffffff),
    titleColor: fc.constant(0xffffff),
  });
  const title = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('a\nb\u001b[1m'));
  const cell = fc.constantFrom('pixel' as const, 'character' as const);
  fc.assert(
    fc.property(look, title, size, size, cell, (look, title, width, height, cell) => {
      const frame = blankFrame({ width: width + 20, height: height + 20 }, 0x2e);
      const area = { x: 10, y: 10, width, height };
      separatorPicture(title, look)(surfaceOf(frame, cell, '6x8').clip(area));
      expect(touchedOutside(frame, area)).toBe(0);
    }),
  );
});

function touchedOutside(
  { width, cells }: ReturnType<typeof blankFrame>,
  area: { x: number; y: number; width: number; height: number },
): number {
  return cells.filter((cell, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    const isInside = x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height;
    return cell !== 0x2e && !isInside;
  }).length;
}

test('a value has another colour, and the title goes with it unless it has its own', () => {
  const look = { title: 'a', color: 'gray', colors: [{ from: 90, color: 'white' }], colorBy: 'busy' };
  const film = (options: object, busy?: number): string =>
    filmOf(
      renderWidget(separator, options, { width: 40, height: 12, cell: 'pixel', colors: 65_536, values: { busy } }),
      0,
    );
  expect(film(look, 89)).toBe(film({ title: 'a', color: 'gray' }));
  expect(film(look, 90)).toBe(film({ title: 'a', color: 'white' }));
  const own = { ...look, titleColor: 'lime' };
  expect(film(own, 90)).toBe(film({ title: 'a', color: 'white', titleColor: 'lime' }));
  expect(film(look, 90)).not.toBe(film(look, 89));
});
