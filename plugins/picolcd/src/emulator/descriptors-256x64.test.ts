import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DESCRIPTORS_256X64 } from './descriptors-256x64.ts';

const { device, configuration, report, strings } = DESCRIPTORS_256X64;
const text = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const paper = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');

test('the report descriptor is the one of the paper', () => {
  const [, printed] = /```\n(0600ff[0-9a-f\n]+)```/.exec(paper)!;
  expect(text(report!)).toBe(printed!.replaceAll('\n', ''));
  expect(report).toHaveLength(269);
});

test('lengths inside the descriptors are true', () => {
  expect(device).toHaveLength(device[0]!);
  expect(configuration).toHaveLength(configuration[2]! + 256 * configuration[3]!);
  const hid = configuration.subarray(18, 27);
  expect(hid[7]! + 256 * hid[8]!).toBe(report!.length);
  expect(strings).toHaveLength(Math.max(...device.subarray(14, 17)));
});

test('the configuration is made of whole descriptors', () => {
  const kinds: number[] = [];
  for (let at = 0; at < configuration.length; at += configuration[at]!) kinds.push(configuration[at + 1]!);
  expect(kinds).toEqual([2, 4, 0x21, 5, 5]);
});

test('every report fits into one packet of its endpoint', () => {
  // Report counts are the bytes behind 95; each report is one field of bytes.
  const counts = [...text(report!).matchAll(/85..95(..)/g)].map(([, count]) => Number.parseInt(count!, 16));
  expect(counts).toHaveLength(27);
  expect(Math.max(...counts) + 1).toBe(64);
});
