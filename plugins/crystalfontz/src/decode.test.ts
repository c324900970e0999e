import { bytes } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { decodeFlash, decodeKey, decodeRefusal, decodeVersion, isReplyTo } from './decode.ts';
import { encodePing, encodeText } from './encode.ts';
import { MODELS } from './models.ts';
import { encodePacket } from './packet.ts';

const keyEvent = (name: string, code: number) => {
  const model = MODELS.find((candidate) => candidate.name === name)!;
  const event = model.family === 'packets' ? decodeKey(encodePacket(0x80, [code]), model.keyCodes) : undefined;
  return event && `${event.key} ${event.pressed ? 'down' : 'up'}`;
};

test.each([
  ['CFA635', 1, 'up down'],
  ['CFA635', 6, 'exit down'],
  ['CFA635', 7, 'up up'],
  ['CFA635', 12, 'exit up'],
  ['CFA635', 13, undefined],
  ['CFA635', 0, undefined],
  ['CFA533', 5, 'enter down'],
  ['CFA633', 9, 'left up'],
  ['CFA631', 13, 'upperLeft down'],
  ['CFA631', 16, 'lowerRight down'],
  ['CFA631', 18, 'upperRight up'],
  ['CFA631', 1, undefined],
])('key of a %s: %d', (model, code, wanted) => {
  expect(keyEvent(model, code)).toBe(wanted);
});

test('reports of fans and temperatures are no keys', () => {
  const keys = new Map([[1, { key: 'up', pressed: true }]]);
  expect([0x81, 0x82, 0x40].map((type) => decodeKey(encodePacket(type, [1]), keys))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(decodeKey(encodePacket(0x80, []), keys)).toBeUndefined();
});

test('what is a reply to what', () => {
  const text = encodeText({ x: 0, y: 0 }, Uint8Array.of(65));
  const replies = (sent: Uint8Array, ...texts: readonly string[]) => texts.map((one) => isReplyTo(sent, bytes(one)));
  expect(replies(text, '5f 00 78 5f', 'df 00 b4 d3', '5e 00 a0 46', '9f 00 00 00')).toEqual([true, true, false, false]);
  const [own, other] = [5, 6].map((number) => {
    const echo = encodePing(number);
    echo[0] = 0x40;
    return isReplyTo(encodePing(5), echo);
  });
  expect([own, other]).toEqual([true, false]);
  expect(replies(encodePing(5), 'c0 00 00 00', '40 00 00 00', '80 00 00 00')).toEqual([true, false, false]);
});

test('version, user flash and refusals', () => {
  const version = bytes('41 10 43 46 41 36 33 35 3a 68 31 2e 34 2c 75 31 2e 39 e7 4c');
  expect([decodeVersion(version), decodeFlash(version), decodeRefusal(version)]).toEqual([
    'CFA635:h1.4,u1.9',
    undefined,
    undefined,
  ]);
  expect(decodeVersion(encodePacket(0x41, [0x43, 0x00, 0xff]))).toBe('C..');
  expect(decodeFlash(encodePacket(0x43, [0, 255]))).toBe('00 ff');
  expect(decodeRefusal(encodePacket(0xc0 | 31, []))).toBe(31);
});
