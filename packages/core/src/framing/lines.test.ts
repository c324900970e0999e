import fc from 'fast-check';
import { from } from 'rxjs';
import { expect, test } from 'vitest';
import { type LineOptions, lines } from './lines.ts';

const RUNS = process.env.LCDFLOW_DEEP === '1' ? 100_000 : 5_000;

/** The lines of some pieces, and how many bytes belong to none. */
function taken(pieces: readonly Uint8Array[], options: LineOptions = {}) {
  const found: string[] = [];
  let garbage = 0;
  const count = (bytes: number) => {
    garbage += bytes;
  };
  from(pieces)
    .pipe(lines({ ...options, garbage: count }))
    .subscribe((line) => found.push(line));
  return { found, garbage };
}

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text));

test('lines end with LF or CR LF; an empty one is one, too, and half a one is none yet', () => {
  expect(taken([bytes('one\ntwo\r\n\n\r\nthr'), bytes('ee\n'), bytes('fo')])).toEqual({
    found: ['one', 'two', '', '', 'three'],
    garbage: 0,
  });
});

test('CR alone ends nothing, unless it is asked for', () => {
  expect(taken([bytes('a\rb\n')]).found).toEqual(['a\rb']);
  expect(taken([bytes('a\rb'), bytes('\r')], { end: '\r' }).found).toEqual(['a', 'b']);
});

test('letters that are cut in two', () => {
  const text = bytes('3 °C – 日本\n');
  expect(taken([...text].map((byte) => Uint8Array.of(byte))).found).toEqual(['3 °C – 日本']);
});

test('what is no UTF-8 is marked; latin1 has a letter for each byte', () => {
  const odd = Uint8Array.of(0xb0, 0x43, 0x0a);
  expect(taken([odd]).found).toEqual(['\ufffdC']);
  expect(taken([odd], { encoding: 'latin1' }).found).toEqual(['°C']);
});

test('the longest line passes, a longer one is left out whole', () => {
  const options = { max: 4 };
  expect(taken([bytes('1234\n1234\r\n12345\n1\n')], options)).toEqual({ found: ['1234', '1234', '1'], garbage: 6 });
  expect(taken([bytes('123456789 123456789'), bytes(' 123\nok\n')], options)).toEqual({ found: ['ok'], garbage: 24 });
});

test('an end that is cut in two belongs to the longest line, too', () => {
  expect(taken([bytes('1234\r'), bytes('\n')], { max: 4 })).toEqual({ found: ['1234'], garbage: 0 });
});

test('any split of anything gives the same lines and the same garbage', () => {
  const byte = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0x0a, 0x0d, 0x41));
  const stream = fc.array(byte, { maxLength: 80 });
  const options = fc.record({
    max: fc.integer({ min: 1, max: 12 }),
    end: fc.constantFrom('\n' as const, '\r' as const),
    encoding: fc.constantFrom('utf8' as const, 'latin1' as const),
  });
  fc.assert(
    fc.property(stream, fc.array(fc.nat(80), { maxLength: 12 }), options, (all, cuts, how) => {
      const edges = [0, ...cuts.map((cut) => Math.min(cut, all.length)).sort((a, b) => a - b), all.length];
      const pieces = edges.slice(1).map((edge, index) => Uint8Array.from(all.slice(edges[index], edge)));
      const whole = taken([Uint8Array.from(all)], how);
      const split = taken(pieces, how);
      // Half a line that is too long may be known as such earlier or later.
      expect(split.found).toEqual(whole.found);
      expect(Math.abs(split.garbage - whole.garbage)).toBeLessThanOrEqual(how.max + 2);
      for (const line of whole.found) expect(Buffer.from(line, 'latin1').length).toBeLessThanOrEqual(how.max);
    }),
    { numRuns: RUNS },
  );
}, 60_000);
