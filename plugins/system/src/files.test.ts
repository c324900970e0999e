import { expect, test } from 'vitest';
import { machine } from '../test/machine.ts';

test('the folders of a folder are among its links', () => {
  const one = machine('laptop');
  const before = one.files.links('/proc')!;
  one.write('/proc/7/comm', '');
  expect(one.files.links('/proc')).toBe(before + 1);
  expect(one.files.links('/nowhere')).toBeUndefined();
});

test('a page is the beginning of a file, and what is missing is told as of any', () => {
  const one = machine('laptop');
  one.write('/proc/7/stat', `7 (ä) ${'x'.repeat(5000)}`);
  one.write('/proc/8/stat', '8 (b)');
  expect(one.files.page('/proc/7/stat')).toBe(`7 (ä) ${'x'.repeat(4096 - 7)}`);
  expect(one.files.page('/proc/8/stat')).toBe('8 (b)');
  expect(() => one.files.page('/proc/9/stat')).toThrow('/proc/9/stat: cannot be read: ENOENT');
});

test('a folder that is none is empty', () => {
  const { files } = machine('laptop');
  expect([files.entries('/nowhere'), files.entries('/proc/stat')]).toEqual([[], []]);
});
