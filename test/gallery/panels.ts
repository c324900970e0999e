import { luminance } from '@lcdflow/core';
import { encodePng } from '@lcdflow/plugin-png';
import type { Shot } from '../program/play.ts';

/** A class of panels in the gallery. */
export interface Panel {
  /** As its pictures are called. */
  readonly name: string;
  readonly title: string;
  /** As a config has it. */
  readonly display: object;
  /** Image pixels along one dot. */
  readonly scale: number;
  /** Gaps between dots, and a bezel. */
  readonly grid: boolean;
}

/** Every widget is shown on these. */
export const PANELS: readonly Panel[] = [
  {
    ...{ name: '20x2', title: '20 x 2 letters', scale: 3, grid: true },
    display: { driver: 'picolcd', model: '20x2', device: 'emulated' },
  },
  {
    ...{ name: '20x4', title: '20 x 4 letters', scale: 3, grid: true },
    display: { driver: 'matrix-orbital', model: 'LK204-25', device: 'emulated' },
  },
  {
    ...{ name: '256x64', title: '256 x 64 pixels', scale: 3, grid: true },
    display: { driver: 'picolcd', model: '256x64', device: 'emulated' },
  },
  {
    ...{ name: '480x320', title: '480 x 320 colours', scale: 1, grid: false },
    display: { driver: 'png', file: 'colours.png', size: '480x320', font: '10x20' },
  },
];

/** A panel with what its glass shows, as a PNG file. */
export function photo({ frame, plan }: Shot, { scale, grid }: Pick<Panel, 'scale' | 'grid'>): Uint8Array {
  const shades = [...new Set(frame.cells)].sort((a, b) => luminance(a) - luminance(b));
  const paper = plan.model.ink === 'dark' ? shades.at(-1)! : shades[0]!;
  return encodePng(frame, { scale, grid, paper });
}
