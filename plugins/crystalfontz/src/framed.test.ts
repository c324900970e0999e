import { bytes, hex, type Random } from '@lcdflow/testkit';
import { from, map, merge, NEVER, type Observable, of, Subject, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, test, vi } from 'vitest';
import { cut, fuzz, stream } from '../test/fuzz.ts';
import { framed } from './framed.ts';
import { encodePacket, parsePacket } from './packet.ts';

const ACK = '5f 00 78 5f';
const KEY = '80 01 01 71 c2';

/** What is found in pieces that come at their times in ms, and how many bytes are skipped. */
function found(pieces: Readonly<Record<number, string>>) {
  const all = Object.entries(pieces).map(([at, text]) => timer(Number(at)).pipe(map(() => bytes(text))));
  return foundIn(() => merge(...all));
}

function foundIn(pieces: () => Observable<Uint8Array>) {
  const seen: string[] = [];
  let skipped = 0;
  new TestScheduler(() => {}).run(({ expectObservable }) => {
    const { incoming } = lineOf(pieces(), (count) => {
      skipped += count;
    });
    expectObservable(incoming.pipe(map((packet) => seen.push(hex(packet)))), '9s !');
  });
  return { seen, skipped };
}

const lineOf = (pieces: Observable<Uint8Array>, onSkipped: (bytes: number) => void = () => {}) =>
  framed({ submit: () => NEVER, incoming: merge(pieces, NEVER) }, onSkipped);

describe('one chunk begins with', () => {
  test.each([
    ['nothing', '', 'more'],
    ['the begin of a packet', '5f', 'more'],
    ['most of a packet', '80 01 01 71', 'more'],
    ['a packet', ACK, { packet: bytes(ACK), used: 4 }],
    ['two packets', `${KEY} ${ACK}`, { packet: bytes(KEY), used: 5 }],
    ['a command: the panel sends none', '1f 00 00 00', { skip: 1 }],
    ['a length that no packet has', '5f 17', { skip: 1 }],
    ['a wrong CRC', '5f 00 78 5e', { skip: 1 }],
  ])('%s', (_, text, wanted) => {
    expect(parsePacket(bytes(text))).toEqual(wanted);
  });
});

test('a packet in pieces is whole when its last byte is there', () => {
  expect(found({ 0: '80', 50: '01 01', 100: '71', 150: `c2 ${ACK}` })).toEqual({ seen: [KEY, ACK], skipped: 0 });
});

test('noise before, between and behind packets is skipped and counted', () => {
  expect(found({ 0: `00 ff ${KEY} 12 34 ${ACK} 7f 17` })).toEqual({ seen: [KEY, ACK], skipped: 6 });
});

test('a packet with a wrong CRC takes no other with it', () => {
  expect(found({ 0: `80 01 02 71 c2 ${ACK}` })).toEqual({ seen: [ACK], skipped: 5 });
});

test('what looked like the begin of a long packet is dropped when the line is quiet, and what it hid comes out', () => {
  expect(found({ 0: `5f 16 ${KEY} ${ACK}`, 200: ACK })).toEqual({ seen: [KEY, ACK, ACK], skipped: 2 });
  expect(found({ 0: `5f 16 ${KEY}`, 59: ACK })).toEqual({ seen: [KEY, ACK], skipped: 2 });
  expect(found({ 0: '5f', 59: '00', 118: '78', 177: '5f' })).toEqual({ seen: [ACK], skipped: 0 });
  expect(found({ 0: '5f', 61: '00 78 5f' })).toEqual({ seen: [], skipped: 4 });
});

test('a quiet line needs no timer', () => {
  vi.useFakeTimers();
  const pieces = new Subject<Uint8Array>();
  const open = lineOf(pieces).incoming.subscribe();
  pieces.next(bytes(ACK));
  expect(vi.getTimerCount()).toBe(0);
  pieces.next(bytes('5f'));
  expect(vi.getTimerCount()).toBe(1);
  open.unsubscribe();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test('packets keep their bytes when a piece is filled again', () => {
  const piece = bytes(ACK);
  const seen: Uint8Array[] = [];
  lineOf(of(piece))
    .incoming.subscribe((packet) => seen.push(packet))
    .unsubscribe();
  piece.fill(0);
  expect(seen.map(hex)).toEqual([ACK]);
});

test('all who listen share what has come, and its end', () => {
  const pieces = new Subject<Uint8Array>();
  const seen: string[] = [];
  const { incoming } = lineOf(pieces);
  for (const name of ['a', 'b'])
    incoming.subscribe({ next: () => seen.push(name), error: () => seen.push(`${name} lost`) });
  pieces.next(bytes(ACK).subarray(0, 2));
  pieces.next(bytes(ACK).subarray(2));
  pieces.error(new Error('unplugged'));
  expect(seen).toEqual(['a', 'b', 'a lost', 'b lost']);
});

describe('fuzzed', () => {
  const packetOf = (random: Random): Uint8Array =>
    encodePacket(
      0x40 + random(0xc0),
      Array.from({ length: random(23) }, () => random(256)),
    );
  const clear = [...new Uint8Array(26), ...bytes(KEY)];

  test('streams are read; every byte is told, and behind the longest packet that noise may claim all is well', () => {
    fuzz((random) => {
      const all = Uint8Array.of(...stream(random, packetOf), ...clear);
      const seen: Uint8Array[] = [];
      let told = 0;
      const { incoming } = lineOf(from(cut(all, random)), (skipped) => {
        told += skipped;
      });
      incoming.subscribe((packet) => seen.push(packet)).unsubscribe();
      for (const { length } of seen) told += length;
      if (told !== all.length || hex(seen.at(-1)!) !== KEY) throw new Error(`${told} of ${all.length} bytes`);
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
    fuzz((random) => {
      const all = stream(random, packetOf);
      expect(foundIn(() => from(cut(all, random))).seen).toEqual(held(all));
    }, 300);
  });
});
