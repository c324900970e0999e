import { expect, test } from 'vitest';
import { sharedLookup } from './shared-lookup.ts';

type Asked = Parameters<NonNullable<Parameters<typeof sharedLookup>[0]>>;

function on() {
  const asked: Asked[] = [];
  const find = sharedLookup((...words) => void asked.push(words));
  const told: unknown[] = [];
  const ask = (name: string, family = 0) =>
    find(name, { family }, (error, address) => told.push(error?.code ?? address));
  return { asked, told, ask };
}

test('one question for a name at a time, and its answer is for all who wait', () => {
  const { asked, told, ask } = on();
  for (const name of ['a', 'a', 'b']) ask(name);
  ask('a', 6);
  expect(asked.map(([name, { family }]) => [name, family])).toEqual([
    ['a', 0],
    ['b', 0],
    ['a', 6],
  ]);
  asked[0]![2](null, '192.0.2.1', 4);
  expect(told).toEqual(['192.0.2.1', '192.0.2.1']);
  ask('a');
  asked[3]![2](Object.assign(new Error('gone'), { code: 'ENOTFOUND' }), []);
  expect(told.slice(2)).toEqual(['ENOTFOUND']);
});

test('however long name servers are silent, nothing piles up', () => {
  const { asked, told, ask } = on();
  for (let turn = 0; turn < 1_000; turn++) ask('a');
  expect(asked).toHaveLength(1);
  expect(told).toEqual(Array.from({ length: 1_000 - 64 }, () => 'EAI_AGAIN'));
  asked[0]![2](null, '192.0.2.1', 4);
  expect(told.slice(-64)).toEqual(Array.from({ length: 64 }, () => '192.0.2.1'));
});
