import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isScalar, parseDocument, Scalar, stringify } from 'yaml';
import { offsetInSource } from './scalar-offsets.ts';

/** The letter of the source that stands for the marked one of the value. */
function found(source: string, mark: string): string {
  const node = parseDocument(source).contents;
  if (!isScalar(node) || typeof node.value !== 'string') throw new Error(`no text: ${source}`);
  const text = source.slice(node.range![0], node.range![1]);
  return text.slice(offsetInSource(node.value, text, node.type, node.value.indexOf(mark)));
}

test.each([
  ['plain @ text', '@ text'],
  ['two\n  lines @\n  more', '@\n  more'],
  ["'it''s ''@'", "@'"],
  ['"\\u00e4\\x41\\t\\"\\\\ @"', '@"'],
  ['"\\U0001F600 @"', '@"'],
  ['"a \\\n   b\n\n   @"', '@"'],
  ['|\n  one\n    two @\n', '@\n'],
  ['|2-\n    one\n  @', '@'],
  ['>-  # why\n  one\n  two\n\n  @ x\n', '@ x\n'],
  ['"a\\n@"', '@"'],
])('%j', (source, rest) => expect(found(source, '@')).toBe(rest));

test('finds every letter that is not a blank, however the text is written', () => {
  const types = fc.constantFrom<Scalar.Type>('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED');
  const letters = fc.constantFrom(
    'a',
    'b',
    ' ',
    '  ',
    '\n',
    "'",
    '"',
    '\\',
    '{{',
    'é',
    '😀',
    '\t',
    ': ',
    '#',
    '\u0007',
  );
  const texts = fc.array(letters, { maxLength: 40 }).map((parts) => `x${parts.join('')}`);
  fc.assert(
    fc.property(texts, texts, types, fc.integer({ min: 20, max: 60 }), (before, after, type, lineWidth) => {
      const scalar = new Scalar(`${before}@${after}`);
      scalar.type = type;
      const source = stringify({ key: scalar }, { lineWidth });
      const node = parseDocument(source).getIn(['key'], true);
      fc.pre(isScalar(node) && node.value === scalar.value);
      const text = source.slice((node as Scalar).range![0], (node as Scalar).range![1]);
      expect(text[offsetInSource(scalar.value, text, (node as Scalar).type, before.length)]).toBe('@');
    }),
    { numRuns: 2000 },
  );
});
