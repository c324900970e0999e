import { map, NEVER, type Observable, of } from 'rxjs';
import { expect, test } from 'vitest';
import type { Limits } from './drawables/scale.ts';
import { type Scaled, scaledValues } from './scaled-values.ts';
import type { Quantity } from './types.ts';

function emitted(streams: Readonly<Record<string, Observable<Quantity>>>, asked: Limits = {}): readonly string[] {
  const shown: string[] = [];
  const words = ({ amount, fraction, min, max, unit }: Scaled): string =>
    `${amount}${unit} of ${min} to ${max}: ${fraction}`;
  scaledValues(Object.keys(streams), asked, { value: (name) => streams[name]! })
    .pipe(map((all) => all.map(words).join(', ')))
    .subscribe((line) => void shown.push(line));
  return shown;
}

test('limits are those of a person, else those that are known, else what was seen', () => {
  const known = { a: of({ value: 5, unit: 'W', min: 0, max: 10 }) };
  expect(emitted(known, { max: 20 })).toEqual(['5W of 0 to 20: 0.25']);
  expect(emitted(known)).toEqual(['5W of 0 to 10: 0.5']);
  expect(emitted({ a: of({ value: 8 }, { value: 4 }, { value: Number.NaN }) })).toEqual([
    '8 of 0 to 8: 1',
    '4 of 0 to 8: 0.5',
    'undefined of 0 to 8: undefined',
  ]);
});

test('several are on one scale, and none waits for another', () => {
  expect(emitted({ a: NEVER, b: of({ value: 4 }) })).toEqual([
    'undefined of 0 to 0: undefined, undefined of 0 to 0: undefined',
    'undefined of 0 to 4: undefined, 4 of 0 to 4: 1',
  ]);
  const limits = { a: of({ value: 4, min: 2, max: 6 }), b: of({ value: 0, min: -4, max: 4 }) };
  expect(emitted(limits).at(-1)).toBe('4 of -4 to 6: 0.8, 0 of -4 to 6: 0.4');
});
