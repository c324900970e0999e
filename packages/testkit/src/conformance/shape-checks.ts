import type { Display, Model } from '@lcdflow/core';
import { widestOf } from './areas.ts';
import type { Candidate } from './candidate.ts';
import type { Check } from './check.ts';
import { showsDots } from './letters-on-glass.ts';
import { type Trial, trial } from './trial.ts';
import { look } from './virtual-time.ts';

/** What a display says of itself. */
export const shapeChecks: readonly Check[] = [
  {
    name: 'has the size, tile, keys, controls and readings of its model',
    run: (candidate) => {
      expectSameNames(candidate);
      trial(candidate, (begun) => look(() => expectShape(begun)));
    },
  },
];

function expectShape({ display, panel, candidate: { model } }: Trial): void {
  expectSame('cell', display.cell, model.cell);
  expectSame('size', sizeText(display), sizeText(model));
  const glass = panel.device.glass();
  if (!showsDots(glass, model)) expectSame('size of the emulated glass', sizeText(glass), sizeText(model));
  expectSame('names of controls', namesText(Object.keys(display.controls ?? {})), namesText(model.controls));
  expectSame('readings', display.readings !== undefined, model.readings !== undefined);
  expectSame('keys', display.keys !== undefined, model.keys.length > 0);
  expectGrid(display, model);
}

function expectGrid(display: Display, model: Model): void {
  const { tile = model, ahead = 1, gap = 0 } = display;
  expectWhole('tile.width', tile.width, 1, model.width);
  expectWhole('tile.height', tile.height, 1, model.height);
  expectWhole('widest', widestOf(display), 1, tile.width);
  expectWhole('ahead', ahead, 1, Number.POSITIVE_INFINITY);
  expectWhole('gap', gap, 0, Number.POSITIVE_INFINITY);
}

function expectSameNames({ driver, model, emulator }: Candidate): void {
  if (!emulator) return;
  expectSame('driver of the emulated device', emulator.driver, driver.name);
  expectSame('model of the emulated device', emulator.model, model.name);
  expectSame('bus of the emulated device', emulator.bus, driver.bus);
}

function expectSame(what: string, actual: unknown, wanted: unknown): void {
  if (actual !== wanted) throw new Error(`${what}: ${String(wanted)} is expected, not ${String(actual)}`);
}

function expectWhole(what: string, value: number, least: number, most: number): void {
  const isWhole = Number.isInteger(value) || value === Number.POSITIVE_INFINITY;
  if (isWhole && value >= least && value <= most) return;
  throw new Error(`${what}: a whole number from ${least} to ${most} is expected, not ${value}`);
}

const sizeText = ({ width, height }: { readonly width: number; readonly height: number }): string =>
  `${width} x ${height}`;

const namesText = (names: readonly string[]): string => [...names].sort().join(', ') || 'none';
