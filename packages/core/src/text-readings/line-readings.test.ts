import { expect, test } from 'vitest';
import { lineReadings } from './line-readings.ts';

const NAMED = { readings: { t: { pattern: '^t=(.*)' }, h: { pattern: '^h=(.*)' } } };

test('each line brings what it has, the rest stays', () => {
  const read = lineReadings(NAMED);
  expect(read(['t=1', 't=2']).readings).toMatchObject({ text: 't=2', number: 2, t: 2 });
  expect(read(['h=3']).readings).toMatchObject({ text: 'h=3', t: 2, h: 3 });
  expect(read(['other'])).toEqual({ readings: { text: 'other', number: undefined, lines: ['other'], t: 2, h: 3 } });
});

test('it is a problem only when nothing has ever been found', () => {
  const read = lineReadings(NAMED);
  expect(read(['other']).problem).toBe('t: nothing matches ^t=(.*)');
  expect(read(['h=1']).problem).toBeUndefined();
  expect(read(['other']).problem).toBeUndefined();
  expect(lineReadings({})(['other']).problem).toBeUndefined();
});

test('of very many lines the last ones count', () => {
  const read = lineReadings(NAMED);
  expect(read(['t=1', ...Array<string>(1_000).fill('x')]).readings).not.toHaveProperty('t');
});
