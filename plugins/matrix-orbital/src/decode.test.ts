import { describe, expect, test } from 'vitest';
import { decodeData, decodeKeys, decodeType, decodeVersion, NO_KEYS } from './decode.ts';

const NAMES = { A: 'back', B: 'up', H: 'down', K: 'up' };

/** What happens when these packets come. */
function events(...packets: readonly string[]): string {
  const seen: string[] = [];
  let state = NO_KEYS;
  for (const packet of packets) {
    state = decodeKeys(NAMES, state, new TextEncoder().encode(packet));
    seen.push(...state.events.map(({ key, pressed }) => `${key} ${pressed ? 'down' : 'up'}`));
  }
  return seen.join(', ');
}

describe('keys', () => {
  test.each([
    ['a press and a release', ['B', 'b'], 'up down, up up'],
    ['both in one packet', ['Bb'], 'up down, up up'],
    ['two keys at a time', ['B', 'H', 'b', 'h'], 'up down, down down, up up, down up'],
    ['a key that went up unheard', ['B', 'B'], 'up down, up up, up down'],
    ['a key that was held before', ['b'], ''],
    ['letters without a key', ['Cc', 'Zz', '[{', '@`'], ''],
    ['no letters', ['\u0000\u0007 !5'], ''],
    ['two letters of one name', ['B', 'k'], 'up down, up up'],
  ])('%s', (_, packets, expected) => {
    expect(events(...packets)).toBe(expected);
  });

  test('no byte is the key of a module without keys', () => {
    expect(
      decodeKeys(
        {},
        NO_KEYS,
        Uint8Array.from({ length: 256 }, (_, byte) => byte),
      ).events,
    ).toEqual([]);
  });
});

describe('answers', () => {
  test.each([
    [0x09, 'LK204-25 (type 09)'],
    [0x2b, 'LK204-7T-1U (type 2b)'],
    [0x15, 'type 15'],
  ])('type %i', (type, expected) => {
    expect(decodeType(Uint8Array.of(type))).toBe(expected);
  });

  test('version and data', () => {
    expect(decodeVersion(Uint8Array.of(0x54))).toBe('5.4');
    expect(decodeVersion(Uint8Array.of(0x19))).toBe('1.9');
    expect(decodeData(Uint8Array.of(0x00, 0xa7))).toBe('00a7');
  });
});
