import { describe, expect, test } from 'vitest';
import { decodeError, decodeKeys, keyEvents } from './decode.ts';
import { KEYS_20X2, KEYS_20X4 } from './models.ts';

describe('decodeKeys (docs/protocol.md section 7.1)', () => {
  test.each([
    ['none', [0x11, 0, 0], []],
    ['one', [0x11, 5, 0], [5]],
    ['two', [0x11, 7, 5], [7, 5]],
    ['trailing bytes do not count', [0x11, 5, 0, 9, 9], [5]],
    ['another report', [0x21, 5, 0], undefined],
    ['cut off', [0x11, 5], undefined],
    ['empty', [], undefined],
  ])('%s', (_, packet, codes) => expect(decodeKeys(Uint8Array.from(packet))).toEqual(codes));
});

describe('keyEvents', () => {
  const words = (before: number[], after: number[]) =>
    keyEvents(before, after).map(({ key, pressed }) => `${key} ${pressed ? 'down' : 'up'}`);

  test.each([
    ['pressed', [], [5], ['up down']],
    ['released', [5], [], ['up up']],
    ['a second one', [5], [7, 5], ['down down']],
    ['the order in the pair means nothing', [5, 7], [7, 5], []],
    ['changed over', [5], [1], ['up up', 'back down']],
    ['three down look like none', [7, 5], [], ['down up', 'up up']],
    ['a key of the header', [], [12], ['key12 down']],
    ['an unknown code', [], [99], []],
  ])('%s', (_, before, after, events) => expect(words(before, after)).toEqual(events));

  test.each([
    ['20x2', KEYS_20X2, [12, 1], ['enter', 'plus']],
    ['20x2, the last codes that have a name', KEYS_20X2, [11, 13], ['down']],
    ['20x4', KEYS_20X4, [8, 1], ['up', 'back']],
    ['20x4, home', KEYS_20X4, [5, 9], ['home']],
  ])('%s', (_, names, after, keys) => expect(keyEvents([], after, names).map(({ key }) => key)).toEqual(keys));
});

describe('decodeError (docs/protocol.md section 2.2)', () => {
  test.each([
    [[0x10, 0x95, 8], 'report 0x95: bad length of data'],
    [[0x10, 0x96, 0x77], 'report 0x96: error 119'],
    [[0x10, 8, 0], 'bad length of data'],
    [[0x11, 0, 0], undefined],
    [[0x10], undefined],
  ])('%j', (packet, words) => expect(decodeError(Uint8Array.from(packet))).toBe(words));
});
