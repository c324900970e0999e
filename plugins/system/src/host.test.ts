import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { machine } from '../test/machine.ts';
import { clockAt, reading } from '../test/watch.ts';
import { host } from './host.ts';

test('tells the name', () => {
  clockAt(1000);
  expect(reading(host(machine('laptop').files), { every: '1h' }).watch().last).toMatchObject({ name: 'larch' });
  expect(reading(host(machine().files), { every: '1h' }).watch().last).toMatchObject({ name: hostname() });
});
