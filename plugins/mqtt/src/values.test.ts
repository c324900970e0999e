import { expect, test } from 'vitest';
import { MOST_TOPICS, valuesOf } from './values.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const TAKING = { most: 100, life: Number.POSITIVE_INFINITY };
const reading = (topic: string, where = {}) => ({ name: 'a', topic, where });

test('a message that lacks the value is fine when there is one, and a problem when there is none', () => {
  const { take, known } = valuesOf([reading('t', { json: 'x' })], TAKING);
  take({ topic: 't', payload: bytes('{"y":1}') }, 0);
  expect(known()).toEqual({ readings: { a: undefined }, problem: 'a: there is no x' });
  take({ topic: 't', payload: bytes('{"x":1}') }, 0);
  expect(known()).toEqual({ readings: { a: 1 } });
  take({ topic: 't', payload: bytes('{"y":1}') }, 0);
  expect(known()).toEqual({ readings: { a: 1 } });
});

test('an empty message takes a value back', () => {
  const { take, known } = valuesOf([reading('t/+'), { ...reading('u', { json: 'x' }), name: 'b' }], TAKING);
  for (const [topic, text] of [
    ['t/1', '5'],
    ['t/2', '6'],
    ['u', '{"x":7}'],
  ] as const)
    take({ topic, payload: bytes(text) }, 0);
  expect(known()).toEqual({ readings: { a: { 1: 5, 2: 6 }, b: 7 } });
  expect(take({ topic: 't/1', payload: bytes('') }, 1)).toBe(true);
  take({ topic: 'u', payload: bytes('') }, 1);
  expect(known()).toEqual({ readings: { a: { 2: 6 }, b: undefined } });
});

test('each value has its own age', () => {
  const { take, age, known } = valuesOf([reading('t/+'), { ...reading('u'), name: 'b' }], {
    ...TAKING,
    keep: '5s',
    life: 5_000,
  });
  expect(take({ topic: 't/1', payload: bytes('1') }, 1_000)).toBe(true);
  expect(take({ topic: 't/2', payload: bytes('2') }, 2_000)).toBe(true);
  expect(take({ topic: 'u', payload: bytes('3') }, 4_000)).toBe(true);
  expect(take({ topic: 'v', payload: bytes('3') }, 4_000)).toBe(false);
  expect(age(5_999)).toBe(false);
  expect(age(6_000)).toBe(true);
  expect(known()).toEqual({ readings: { a: { 2: 2 }, b: 3 } });
  expect(age(7_000)).toBe(true);
  expect(known()).toEqual({ readings: { a: {}, b: 3 }, problem: 'a: nothing new for 5s' });
  take({ topic: 't/1', payload: bytes('4') }, 8_000);
  expect(known()).toEqual({ readings: { a: { 1: 4 }, b: 3 } });
});

test('of more topics than are remembered the one that was silent for longest is forgotten', () => {
  const { take, known } = valuesOf([reading('#')], TAKING);
  for (let topic = 0; topic < MOST_TOPICS; topic++) take({ topic: `t${topic}`, payload: bytes('1') }, 0);
  take({ topic: 't0', payload: bytes('2') }, 0);
  take({ topic: 'new', payload: bytes('3') }, 0);
  const topics = known().readings!.a as object;
  expect(Object.keys(topics)).toHaveLength(MOST_TOPICS);
  expect(topics).toMatchObject({ t0: 2, new: 3 });
  expect(topics).not.toHaveProperty('t1');
});

test('names of topics are plain and short, and none is special', () => {
  const { take, known } = valuesOf([reading('#')], TAKING);
  take({ topic: '__proto__', payload: bytes('1') }, 0);
  take({ topic: 'a\u001b[31mb', payload: bytes('2') }, 0);
  take({ topic: 'x'.repeat(60_000), payload: bytes('3') }, 0);
  expect(Object.keys(known().readings!.a as object)).toEqual(['__proto__', 'ab', 'x'.repeat(256)]);
});
