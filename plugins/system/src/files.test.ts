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

test('a file that several ask for at one moment is read once, and anew at the next', () => {
  const one = machine('laptop');
  one.write('/proc/loadavg', 'first');
  expect(one.files.textAt('/proc/loadavg', 1_000)).toBe('first');
  one.write('/proc/loadavg', 'second');
  expect(one.files.textAt('/proc/loadavg', 1_000)).toBe('first');
  expect(one.files.textAt('/proc/loadavg', 2_000)).toBe('second');
  one.remove('/proc/loadavg');
  expect(() => one.files.textAt('/proc/loadavg', 3_000)).toThrow('/proc/loadavg: cannot be read: ENOENT');
  one.write('/proc/loadavg', 'third');
  expect(one.files.textAt('/proc/loadavg', 3_000)).toBe('third');
});
