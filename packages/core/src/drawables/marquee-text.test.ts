import { expect, test } from 'vitest';
import { MARQUEE_GAP, marqueeText } from './marquee-text.ts';

test('a text goes round with a gap behind it', () => {
  const steps = Array.from({ length: 4 + MARQUEE_GAP }, (_, step) => marqueeText('ABCD', 3, step));
  expect(steps).toEqual(['ABC', 'BCD', 'CD ', 'D  ', '   ', '  A', ' AB']);
  expect(marqueeText('ABCD', 3, 7)).toBe('ABC');
});

test('Arabic letters stay as they are joined, also where the window cuts a word', () => {
  const steps = Array.from({ length: 4 }, (_, step) => marqueeText('سلام ب', 2, step));
  expect(steps).toEqual(['ﺳﻼ', 'ﻼﻡ', 'ﻡ ', ' ﺏ']);
});

test('letters of two code units are not cut in two', () => {
  expect(marqueeText('a🌡b', 2, 1)).toBe('🌡b');
});
