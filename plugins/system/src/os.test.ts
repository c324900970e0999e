import { machine as processor, release, type } from 'node:os';
import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { machine } from '../test/machine.ts';
import { clockAt, reading } from '../test/watch.ts';
import { os, releaseValue } from './os.ts';

test('tells name, kernel and processor', () => {
  clockAt(1000);
  const of = (fixture?: string) => reading(os(machine(fixture).files), { every: '1h' }).watch().last;
  expect(of('laptop')).toMatchObject({
    name: 'Debian GNU/Linux 12 (bookworm)',
    kernel: '6.1.0-18-amd64',
    arch: 'x86_64',
  });
  expect(of('container')).toMatchObject({ name: 'Alpine Linux v3.20', kernel: '5.15.0', arch: processor() });
  expect(of()).toEqual({ name: type(), kernel: release(), arch: processor() });
});

test.each([
  ['PRETTY_NAME="A \\"B\\" \\$5"', 'A "B" $5'],
  ["NAME=x\nPRETTY_NAME='A B'\nID=y", 'A B'],
  ['PRETTY_NAME=Arch', 'Arch'],
  ['NAME=Arch', undefined],
])('%j is called %s', (release, name) => expect(releaseValue(release, 'PRETTY_NAME')).toBe(name));

test('garbage never throws', () => {
  assert(property(string(), (text) => releaseValue(`PRETTY_NAME=${text}`, 'PRETTY_NAME') !== null));
});
