import { expect, test } from 'vitest';
import { lineAfter } from './line-after.ts';

const TEXT = 'one 1\nlone 2\nthree 3';

test.each([
  ['one ', '1'],
  ['lone ', '2'],
  ['three ', '3'],
  ['one 1', ''],
  ['two ', undefined],
  ['ne ', undefined],
  ['three 3\n', undefined],
])('behind "%s" stands %s', (words, rest) => expect(lineAfter(TEXT, words)).toBe(rest));

test('nothing of nothing', () => expect(lineAfter('', 'one')).toBeUndefined());
