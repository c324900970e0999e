import { expect, test } from 'vitest';
import { ICON_NAMES, namedIcon } from './named-icons.ts';

const all = ICON_NAMES.flatMap((name) => namedIcon(name).map((drawing, index) => ({ name, drawing, index })));

test('each icon has a drawing that is a letter large, and a second one is larger', () => {
  expect(ICON_NAMES.length).toBeGreaterThan(60);
  for (const { name, drawing, index } of all)
    for (const { width, height } of drawing) {
      if (index === 0) expect([name, width, height]).toEqual([name, 5, 8]);
      else expect(Math.max(width, height), name).toBeGreaterThan(6);
      expect(Math.max(width, height), name).toBeLessThanOrEqual(24);
    }
});

test('drawings are of * and . only, all rows are equally long, and there is ink in each', () => {
  for (const { name, drawing } of all)
    for (const { width, rows } of drawing) {
      expect(
        rows.every((row) => /^[.*]+$/.test(row) && row.length === width),
        name,
      ).toBe(true);
      if (name !== 'signal-0') expect(rows.join(''), name).toContain('*');
    }
});

test('icons that take turns in one place are equally large', () => {
  for (const family of ['battery', 'signal']) {
    const sizes = ICON_NAMES.filter((name) => name.startsWith(`${family}-`)).map((name) => {
      const { width, height } = namedIcon(name)[1]![0]!;
      return `${width} x ${height}`;
    });
    expect(new Set(sizes).size).toBe(1);
  }
});

test('no two icons look the same', () => {
  const looks = all.filter(({ index }) => index === 0).map(({ drawing }) => drawing[0]!.rows.join('\n'));
  expect(new Set(looks).size).toBe(looks.length);
});
