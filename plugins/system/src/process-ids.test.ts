import { expect, test } from 'vitest';
import { machine } from '../test/machine.ts';
import { processIds } from './process-ids.ts';

/** A machine with three processes, whose folders are on a file system that says it has `links`. */
function counting() {
  const one = machine('laptop');
  const state = { lists: 0, links: 5 };
  const entries = (path: string) => {
    state.lists++;
    return one.files.entries(path);
  };
  const files = { ...one.files, entries, links: () => state.links };
  return { one, state, ids: (now: number) => [...processIds(files, now)].sort() };
}

test('lists once while nobody comes or goes', () => {
  const { one, state, ids } = counting();
  expect([ids(0), ids(0), ids(1000), ids(2000)]).toEqual(Array.from({ length: 4 }, () => ['1', '2', '4321']));
  expect(state.lists).toBe(1);
  one.write('/proc/7/comm', '');
  state.links++;
  expect(ids(2000)).toEqual(['1', '2', '4321', '7']);
  expect(state.lists).toBe(2);
});

test('notices after three seconds that one has taken the place of another', () => {
  const { one, ids } = counting();
  ids(0);
  one.remove('/proc/2');
  one.write('/proc/3/comm', '');
  expect(ids(2000)).toContain('2');
  expect(ids(3000)).toEqual(['1', '3', '4321']);
});

test('a clock that was set back keeps no list', () => {
  const { state, ids } = counting();
  ids(10_000);
  ids(500);
  expect(state.lists).toBe(2);
});

test('the folders of a folder are among its links', () => {
  const one = machine('laptop');
  const before = one.files.links('/proc')!;
  one.write('/proc/7/comm', '');
  expect(one.files.links('/proc')).toBe(before + 1);
  expect(one.files.links('/nowhere')).toBeUndefined();
});
