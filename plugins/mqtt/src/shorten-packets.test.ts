import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortenPackets } from './shorten-packets.ts';

/** A packet as MQTT 3.1.1, 2.2 has it. */
function packet(type: number, body: Uint8Array): Buffer {
  const length: number[] = [];
  for (let rest = body.length; rest > 0 || length.length === 0; rest >>= 7)
    length.push((rest & 127) | (rest > 127 ? 128 : 0));
  return Buffer.from([type, ...length, ...body]);
}

test('packets in any pieces: what is too long is cut, all else stays as it is', () => {
  const body = fc
    .uint8Array({ maxLength: 20 })
    .chain((bytes) =>
      fc.constantFrom(1, 40, 900).map((times) => Buffer.concat(Array.from({ length: times }, () => bytes))),
    );
  const packets = fc.array(fc.tuple(fc.nat(255), body), { maxLength: 8 });
  fc.assert(
    fc.property(
      packets,
      fc.integer({ min: 1, max: 400 }),
      fc.array(fc.integer({ min: 1, max: 300 })),
      (all, most, cuts) => {
        const sent = Buffer.concat(all.map(([type, bytes]) => packet(type, bytes)));
        const shorten = shortenPackets(most);
        const got: Buffer[] = [];
        for (let at = 0, cut = 0; at < sent.length; cut++) {
          const size = cuts[cut] ?? 1_000;
          got.push(shorten(sent.subarray(at, at + size)));
          at += size;
        }
        expect(Buffer.concat(got)).toEqual(
          Buffer.concat(all.map(([type, bytes]) => packet(type, bytes.subarray(0, most)))),
        );
      },
    ),
  );
});

test.each([
  ['the longest there is', [0x30, 0xff, 0xff, 0xff, 0x7f], [0x30, 2]],
  ['no length at all', [0x30, 255, 255, 255, 255, 0x30, 3, 1, 2, 3], [0x30, 255, 255, 255, 255, 0x30, 3, 1, 2, 3]],
])('%s', (_, sent, given) => {
  expect([...shortenPackets(2)(Buffer.from(sent))]).toEqual(given);
});
