import { expect, test } from 'vitest';
import { machine } from '../test/machine.ts';
import { clockAt, reading } from '../test/watch.ts';
import { processes } from './processes.ts';

test('counts them, and threads by what they are at', () => {
  clockAt(1000);
  const of = (fixture: string) => reading(processes(machine(fixture).files), { every: '1s' }).watch().last;
  expect(of('laptop')).toEqual({ count: 3, running: 2, blocked: 1 });
  expect(of('container')).toEqual({ count: 1, running: 1, blocked: 0 });
});

test('missing without /proc', () => {
  clockAt(1000);
  const { logged, watch } = reading(processes(machine().files), { every: '1s' });
  expect(watch().last).toEqual({});
  expect(logged).toEqual(['warn processes: needs /proc/stat, which only Linux has']);
});

test('says which line it expected', () => {
  clockAt(1000);
  const { logged, watch } = reading(processes(machine('board').files), { every: '1s' });
  watch();
  expect(logged).toEqual(['warn processes: /proc/stat: expected a line `procs_running`']);
});
