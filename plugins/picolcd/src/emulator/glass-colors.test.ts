import { luminance } from '@lcdflow/core';
import { expect, test } from 'vitest';
import { contrastLevel, DEFAULT_CONTRAST, glassColors, PANEL } from './glass-colors.ts';

const levels = [0, 1, 15, 64, 127, 200, 255];

test('ink is dark blue and paper light grey', () => {
  expect(luminance(PANEL.ink)).toBeLessThan(64);
  expect(luminance(PANEL.paper)).toBeGreaterThan(192);
  expect(PANEL.ink & 0xff).toBeGreaterThan(PANEL.ink >> 16);
});

test('full colours from the strongest useful contrast to the default', () => {
  for (const contrast of [0x99, 0xc0, DEFAULT_CONTRAST]) expect(glassColors(0xff, contrast)).toEqual(PANEL);
});

test('a lower backlight is dimmer, both ink and paper', () => {
  const colors = levels.map((level) => glassColors(level, DEFAULT_CONTRAST));
  for (let index = 1; index < colors.length; index++) {
    expect(luminance(colors[index]!.paper)).toBeGreaterThan(luminance(colors[index - 1]!.paper));
    expect(luminance(colors[index]!.ink)).toBeGreaterThanOrEqual(luminance(colors[index - 1]!.ink));
  }
});

test('a weaker contrast brings ink nearer to paper, and a far too strong one darkens the paper', () => {
  const ink = [DEFAULT_CONTRAST, 0xea, 0xf0, 0xff].map((contrast) => luminance(glassColors(0xff, contrast).ink));
  expect(ink).toEqual(ink.toSorted((a, b) => a - b));
  expect(new Set(ink).size).toBe(4);
  expect(ink.at(-1)).toBeLessThan(luminance(PANEL.paper));
  const paper = [0x00, 0x40, 0x98, 0x99].map((contrast) => luminance(glassColors(0xff, contrast).paper));
  expect(paper).toEqual(paper.toSorted((a, b) => a - b));
  expect(new Set(paper).size).toBe(4);
});

test('ink and paper always differ', () => {
  for (const backlight of levels)
    for (let contrast = 0; contrast < 0x100; contrast++) {
      const { ink, paper } = glassColors(backlight, contrast);
      expect(luminance(ink)).toBeLessThan(luminance(paper));
    }
});

test('contrast as people set it', () => {
  expect([0x00, 0x99, 0xcc, 0xff].map(contrastLevel)).toEqual([1, 1, 0.5, 0]);
});
