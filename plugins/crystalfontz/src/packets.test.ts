import { from, map, merge, NEVER, type Observable, of, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, test } from 'vitest';
import { cut, fuzz, type Random, stream } from '../test/fuzz.ts';
import { bytes, hex } from '../test/hex.ts';
import { encodePacket, parsePacket } from './packet.ts';
import { type Found, packets } from './packets.ts';

const ACK = '5f 00 78 5f';
const KEY = '80 01 01 71 c2';

const words = (found: Found): string => ('packet' in found ? hex(found.packet) : `skipped ${found.skipped}`);

/** What is found in chunks that come at their times in ms. */
function found(chunks: Readonly<Record<number, string>>): readonly string[] {
  const seen: string[] = [];
  new TestScheduler(() => {}).run(({ expectObservable }) => {
    const coming = merge(...Object.entries(chunks).map(([at, text]) => timer(Number(at)).pipe(map(() => bytes(text)))));
    const all = merge(coming, NEVER).pipe(
      packets(parsePacket, 60),
      map((one) => seen.push(words(one))),
    );
    expectObservable(all, '1s !');
  });
  return seen;
}

describe('one chunk begins with', () => {
  test.each([
    ['nothing', '', undefined],
    ['the begin of a packet', '5f', undefined],
    ['most of a packet', '80 01 01 71', undefined],
    ['a packet', ACK, { packet: bytes(ACK) }],
    ['two packets', `${KEY} ${ACK}`, { packet: bytes(KEY) }],
    ['a command: the panel sends none', '1f 00 00 00', { skip: 1 }],
    ['a length that no packet has', '5f 17', { skip: 1 }],
    ['a wrong CRC', '5f 00 78 5e', { skip: 1 }],
  ])('%s', (_, text, wanted) => {
    expect(parsePacket(bytes(text))).toEqual(wanted);
  });
});

test('a packet in pieces is whole when its last byte is there', () => {
  expect(found({ 0: '80', 50: '01 01', 100: '71', 150: `c2 ${ACK}` })).toEqual([KEY, ACK]);
});

test('noise before, between and behind packets is skipped and counted', () => {
  expect(found({ 0: `00 ff ${KEY} 12 34 ${ACK} 7f 17` })).toEqual(['skipped 2', KEY, 'skipped 2', ACK, 'skipped 2']);
});

test('a packet with a wrong CRC takes no other with it', () => {
  expect(found({ 0: `80 01 02 71 c2 ${ACK}` })).toEqual(['skipped 5', ACK]);
});

test('what looked like the begin of a long packet is dropped when the line is quiet, and what it hid comes out', () => {
  expect(found({ 0: `5f 16 ${KEY} ${ACK}`, 200: ACK })).toEqual(['skipped 2', KEY, ACK, ACK]);
  expect(found({ 0: '5f', 59: '00', 118: '78', 177: '5f' })).toEqual([ACK]);
  expect(found({ 0: '5f', 61: '00 78 5f' })).toEqual(['skipped 1', 'skipped 2', 'skipped 1']);
});

test('packets keep their bytes when a chunk is filled again', () => {
  const chunk = bytes(ACK);
  const seen: Found[] = [];
  of(chunk)
    .pipe(packets(parsePacket, 60))
    .subscribe((one) => seen.push(one));
  chunk.fill(0);
  expect(seen.map(words)).toEqual([ACK]);
});

test('an error and an end pass', () => {
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(({ expectObservable, cold }) => {
    const chunks: Observable<Uint8Array> = cold('a-#', { a: bytes('5f') });
    expectObservable(chunks.pipe(packets(parsePacket, 60))).toBe('--#');
    expectObservable(of(bytes(ACK)).pipe(packets(parsePacket, 60), map(words))).toBe('(a|)', { a: ACK });
  });
});

describe('fuzzed', () => {
  const packetOf = (random: Random): Uint8Array =>
    encodePacket(
      0x40 + random(0xc0),
      Array.from({ length: random(23) }, () => random(256)),
    );
  const clear = [...new Uint8Array(26), ...bytes(KEY)];

  test('100000 streams are read; every byte is told, and behind the longest packet that noise may claim all is well', () => {
    fuzz(100_000, (random) => {
      const all = Uint8Array.of(...stream(random, packetOf), ...clear);
      const seen: Found[] = [];
      from(cut(all, random))
        .pipe(packets(parsePacket, 60))
        .subscribe((one) => seen.push(one))
        .unsubscribe();
      const told = seen.reduce((sum, one) => sum + ('packet' in one ? one.packet.length : one.skipped), 0);
      if (told !== all.length || words(seen.at(-1)!) !== KEY) throw new Error(`${told} of ${all.length} bytes`);
    });
  });

  /** What packets a stream holds, by trying every place. */
  const held = (all: Uint8Array): readonly string[] => {
    const seen: string[] = [];
    for (let at = 0; at < all.length; ) {
      const [type = 0, length = 0xff] = all.subarray(at);
      const whole = all.subarray(at, at + length + 4);
      const isPacket =
        type >= 0x40 && length < 23 && hex(encodePacket(type, whole.slice(2, 2 + length))) === hex(whole);
      if (isPacket) seen.push(hex(whole));
      at += isPacket ? whole.length : 1;
    }
    return seen;
  };

  test('what is found does not depend on how the bytes are cut', () => {
    fuzz(300, (random) => {
      const all = stream(random, packetOf);
      const seen: string[] = [];
      new TestScheduler(() => {}).run(({ expectObservable }) => {
        const coming = merge(from(cut(all, random)), NEVER).pipe(packets(parsePacket, 60));
        expectObservable(coming.pipe(map((one) => 'packet' in one && seen.push(hex(one.packet)))), '9s !');
      });
      expect(seen).toEqual(held(all));
    });
  });
});
