import fc from 'fast-check';
import { concat, from, map, of, take, throwError } from 'rxjs';
import { expect, test } from 'vitest';
import { type FramingOptions, type Parse, packets } from './packets.ts';

const RUNS = process.env.LCDFLOW_DEEP === '1' ? 100_000 : 5_000;

/** A protocol as displays have it: 0xfe, a length up to 20, so many bytes, their sum. */
const parse: Parse<readonly number[]> = (bytes) => {
  const start = bytes.indexOf(0xfe);
  if (start !== 0) return { skip: start < 0 ? bytes.length : start };
  const length = bytes[1];
  if (length === undefined) return 'more';
  if (length > 20) return { skip: 1 };
  if (bytes.length < length + 3) return 'more';
  const data = [...bytes.subarray(2, length + 2)];
  return sum(data) === bytes[length + 2] ? { packet: data, used: length + 3 } : { skip: 1 };
};
const sum = (data: readonly number[]): number => data.reduce((total, byte) => (total + byte) & 0xff, 0);
const packet = (data: readonly number[]): number[] => [0xfe, data.length, ...data, sum(data)];

/** What comes out of some pieces, and how many bytes belong to nothing. */
function taken<T>(pieces: readonly (readonly number[])[], parser: Parse<T>, options: FramingOptions = {}) {
  const found: unknown[] = [];
  let garbage = 0;
  const count = (bytes: number) => {
    garbage += bytes;
  };
  from(pieces)
    .pipe(
      map((piece) => Uint8Array.from(piece)),
      packets(parser, { ...options, garbage: count }),
    )
    .subscribe({ next: (value) => found.push(value), error: (error) => found.push(error.message) });
  return { found, garbage };
}

function cut(bytes: readonly number[], places: readonly number[]): number[][] {
  const edges = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return edges.slice(1).map((edge, index) => bytes.slice(edges[index], edge));
}

const byte = fc.oneof({ arbitrary: fc.integer({ min: 0, max: 255 }), weight: 3 }, fc.constantFrom(0xfe, 0, 1, 2, 20));
const data = fc.array(byte, { maxLength: 20 });
const stretch = fc.oneof(
  data.map(packet),
  fc.array(byte, { maxLength: 30 }),
  data.map(packet).map((p) => p.slice(0, -1)),
);
const stream = fc.array(stretch, { maxLength: 8 }).map((stretches) => stretches.flat());
const places = fc.array(fc.nat(), { maxLength: 12 });

test('every packet comes out, whatever the pieces; what is none is counted', () => {
  const calm = fc.integer({ min: 0, max: 0xfd });
  const rounds = fc.array(fc.tuple(fc.array(calm, { maxLength: 9 }), fc.array(calm, { maxLength: 20 })), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(rounds, places, (all, cuts) => {
      const bytes = all.flatMap(([noise, content]) => [...noise, ...packet(content)]);
      const { found, garbage } = taken(cut(bytes, cuts), parse);
      expect(found).toEqual(all.map(([, content]) => content));
      expect(garbage).toBe(all.flatMap(([noise]) => noise).length);
    }),
    { numRuns: 1_000 },
  );
});

test('any split of anything gives the same packets and the same garbage, and ends', () => {
  fc.assert(
    fc.property(stream, places, fc.integer({ min: 1, max: 40 }), (bytes, cuts, max) => {
      const whole = taken([bytes], parse, { max });
      expect(taken(cut(bytes, cuts), parse, { max })).toEqual(whole);
      expect(whole.garbage).toBeLessThanOrEqual(bytes.length);
    }),
    { numRuns: RUNS },
  );
}, 60_000);

test('byte by byte', () => {
  const bytes = [1, ...packet([5, 6]), 0xfe, 0xff, ...packet([])];
  expect(
    taken(
      bytes.map((each) => [each]),
      parse,
    ),
  ).toEqual({ found: [[5, 6], []], garbage: 3 });
});

test('a packet that never ends holds up nothing, and nothing longer than max is kept', () => {
  let most = 0;
  const greedy: Parse<string> = (bytes) => {
    most = Math.max(most, bytes.length);
    return bytes[0] === 7 ? { packet: 'seven', used: 1 } : 'more';
  };
  const pieces = [...Array(1_000).fill([1, 2, 3]), [7]];
  expect(taken(pieces, greedy, { max: 16 })).toEqual({ found: [], garbage: 2_986 });
  expect(taken([...pieces, Array(15).fill(0)], greedy, { max: 16 })).toEqual({ found: ['seven'], garbage: 3_000 });
  expect(most).toBe(16);
});

test.each([
  [{ packet: 0, used: 0 }, 'a parser takes 1 to 3 of 3 bytes, not 0'],
  [{ packet: 0, used: 4 }, 'a parser takes 1 to 3 of 3 bytes, not 4'],
  [{ skip: 0 }, 'a parser takes 1 to 3 of 3 bytes, not 0'],
  [{ skip: Number.NaN }, 'a parser takes 1 to 3 of 3 bytes, not NaN'],
])('a parser that would hang (%j) is an error', (parsed, words) => {
  expect(taken([[1, 2, 3]], () => parsed).found).toEqual([words]);
});

test('a parser that throws is an error, after what came before', () => {
  const picky: Parse<number> = ([first]) => {
    if (first === 9) throw new Error('nine');
    return { packet: first!, used: 1 };
  };
  expect(taken([[1, 2, 9, 3]], picky).found).toEqual([1, 2, 'nine']);
});

test('pieces may be written over, packets may be kept', () => {
  const piece = Uint8Array.of(1, 2);
  const found: Uint8Array[] = [];
  const whole: Parse<Uint8Array> = (bytes) => ({ packet: bytes, used: bytes.length });
  of(piece)
    .pipe(packets(whole))
    .subscribe((value) => found.push(value));
  piece.fill(9);
  expect(found).toEqual([Uint8Array.of(1, 2)]);
});

test('each subscription begins anew; ends and errors pass through', () => {
  const half = of(Uint8Array.of(0xfe, 1, 5));
  const frames = concat(
    half,
    throwError(() => new Error('lost')),
  ).pipe(packets(parse));
  const seen: unknown[] = [];
  for (let round = 0; round < 2; round++)
    frames.subscribe({ next: (value) => seen.push(value), error: (error) => seen.push(error.message) });
  half.pipe(packets(parse)).subscribe({ complete: () => seen.push('|') });
  expect(seen).toEqual(['lost', 'lost', '|']);
});

test('who has enough gets no more', () => {
  const found: unknown[] = [];
  let parses = 0;
  const counting: Parse<number> = ([first]) => {
    parses++;
    return { packet: first!, used: 1 };
  };
  of(Uint8Array.of(1, 2, 3))
    .pipe(packets(counting), take(1))
    .subscribe((value) => found.push(value));
  expect([found, parses]).toEqual([[1], 1]);
});
