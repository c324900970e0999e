import { expect, test } from 'vitest';
import { TOPIC, wildcardsIn } from './topic-filter.ts';

test.each([
  ['home/hall/t', 'home/hall/t', ''],
  ['home/hall/t', 'home/hall', undefined],
  ['home/hall', 'home/hall/t', undefined],
  ['home/+/t', 'home/hall/t', 'hall'],
  ['home/+/t', 'home//t', ''],
  ['home/+/t', 'home/hall/h', undefined],
  ['home/+', 'home', undefined],
  ['+/+', 'a/b', 'a/b'],
  ['home/#', 'home/hall/t', 'hall/t'],
  ['home/#', 'home', ''],
  ['home/#', 'homes/a', undefined],
  ['+/b/#', 'a/b/c/d', 'a/c/d'],
  ['#', 'a/b', 'a/b'],
  ['#', '$SYS/uptime', undefined],
  ['+/uptime', '$SYS/uptime', undefined],
  ['$SYS/#', '$SYS/uptime', 'uptime'],
  ['$share/group/a/+', 'a/b', 'b'],
])('%s of %s', (filter, topic, found) => expect(wildcardsIn(filter, topic)).toBe(found));

test.each([
  ['a', true],
  ['a/b c/+/#', true],
  ['/a', true],
  ['a//b', true],
  ['#', true],
  ['+', true],
  ['', false],
  ['a+/b', false],
  ['#/a', false],
  ['a/b#', false],
  ['a\u0000', false],
])('%s is a topic: %s', (text, isOne) => expect(new RegExp(TOPIC).test(text)).toBe(isOne));
