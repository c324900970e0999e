import { expect, test } from 'vitest';
import { zonesOf } from './zones.ts';

const COLORS = [
  { from: 80, color: 'red' },
  { from: 60, color: 'yellow' },
];
const zones = (min: number, max: number): readonly string[] =>
  zonesOf({ min, max, amount: 0, fraction: 0, unit: '' }, 'lime', COLORS).map(
    ({ from, to, color }) => `${from} to ${to} #${color.toString(16).padStart(6, '0')}`,
  );

test('the scale has the colours of its values', () => {
  expect(zones(0, 100)).toEqual(['0 to 0.6 #00ff00', '0.6 to 0.8 #ffff00', '0.8 to 1 #ff0000']);
  expect(zones(70, 90)).toEqual(['0 to 0.5 #ffff00', '0.5 to 1 #ff0000']);
  expect(zones(0, 10)).toEqual(['0 to 1 #00ff00']);
});

test('so has one that is turned round', () => {
  expect(zones(90, 50)).toEqual(['0 to 0.25 #ff0000', '0.25 to 0.75 #ffff00', '0.75 to 1 #00ff00']);
});
