import type * as Canvas from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { type CanvasModule, loadCanvas } from './canvas-module.ts';

/** Does not compile when the module is another than is thought here. */
const asThought = (module: Pick<typeof Canvas, 'createCanvas' | 'GlobalFonts'>): CanvasModule => module;

test('the module has what is used of it', async () => {
  const { createCanvas, GlobalFonts } = asThought((await loadCanvas()) as typeof Canvas);
  expect(createCanvas(2, 3).getContext('2d').getImageData(0, 0, 2, 3).data).toHaveLength(24);
  expect(typeof GlobalFonts.register).toBe('function');
});
