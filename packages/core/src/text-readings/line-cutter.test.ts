import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineCutter } from './line-cutter.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('cuts lines, wherever the bytes are cut', () => {
  const cutter = lineCutter(100);
  const euro = bytes('1 €\n');
  expect(cutter.add(euro.subarray(0, 3))).toEqual([]);
  expect(cutter.add(euro.subarray(3))).toEqual(['1 €']);
  expect(cutter.add(bytes('two\n\nthree'))).toEqual(['two', '']);
  expect(cutter.rest()).toBe('three');
  expect(cutter.rest()).toBeUndefined();
});

test('a line that never ends takes no memory and is cut', () => {
  const cutter = lineCutter(10);
  for (let turn = 0; turn < 1000; turn++) expect(cutter.add(bytes('0123456'))).toEqual([]);
  expect(cutter.add(bytes('\nnext\n'))).toEqual(['0123456012', 'next']);
});

test('of very many lines only the newest are cut', () => {
  const cutter = lineCutter(10, 2);
  expect(cutter.add(bytes('1\n2\n3'))).toEqual(['1', '2']);
  expect(cutter.add(bytes('\n4\n5\n6'))).toEqual(['4', '5']);
  expect(cutter.add(bytes('\n\n'))).toEqual(['6', '']);
  expect(cutter.add(bytes('7'))).toEqual([]);
  expect(cutter.add(bytes('\n'))).toEqual(['7']);
});

test('bytes that are no text are told as such', () => {
  expect(lineCutter(10).add(Uint8Array.of(0x61, 0xff, 0xfe, 0x62, 0x0a))).toEqual(['a\uFFFD\uFFFDb']);
});

test('pieces make no difference', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 20 })), fc.integer({ min: 1, max: 30 }), (pieces, longest) => {
      const [whole, cut] = [lineCutter(longest), lineCutter(longest)];
      const all = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
      expect(pieces.flatMap((piece) => cut.add(piece))).toEqual(whole.add(all));
      expect(cut.rest()).toBe(whole.rest());
    }),
  );
});
