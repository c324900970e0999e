import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DESCRIPTORS_20X2 } from './descriptors-20x2.ts';
import { DESCRIPTORS_20X4 } from './descriptors-20x4.ts';
import { DESCRIPTORS_256X64 } from './descriptors-256x64.ts';
import { SIZES_20X2, SIZES_20X4, SIZES_256X64 } from './reports.ts';

const text = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const paper = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');
const printed = [...paper.matchAll(/```\n(0[0-9a-f]{20}[0-9a-f\n]+)```/g)].map(([, hex]) => hex!.replaceAll('\n', ''));

describe.each([
  {
    model: '256x64',
    place: 0,
    length: 269,
    packet: 64,
    descriptors: DESCRIPTORS_256X64,
    ids: 'd804 02c0',
    reports: 27,
  },
  { model: '20x2', place: 1, length: 160, packet: 24, descriptors: DESCRIPTORS_20X2, ids: 'd804 0200', reports: 13 },
  { model: '20x4', place: 2, length: 183, packet: 64, descriptors: DESCRIPTORS_20X4, ids: 'd804 01c0', reports: 18 },
])('the descriptors of the $model', ({ place, length, packet, descriptors, ids, reports }) => {
  const { device, configuration, report, strings } = descriptors;

  test('the report descriptor is the one of the paper', () => {
    expect(text(report!)).toBe(printed[place]);
    expect(report).toHaveLength(length);
  });

  test('lengths inside the descriptors are true', () => {
    expect(device).toHaveLength(device[0]!);
    expect(configuration).toHaveLength(configuration[2]! + 256 * configuration[3]!);
    const hid = configuration.subarray(18, 27);
    expect(hid[7]! + 256 * hid[8]!).toBe(report!.length);
    expect(strings).toHaveLength(Math.max(...device.subarray(14, 17)));
  });

  test('it is the device it should be', () => expect(text(device.subarray(8, 12))).toBe(ids.replace(' ', '')));

  test('the configuration is made of whole descriptors', () => {
    const kinds: number[] = [];
    for (let at = 0; at < configuration.length; at += configuration[at]!) kinds.push(configuration[at + 1]!);
    expect(kinds).toEqual([2, 4, 0x21, 5, 5]);
  });

  test('every report fits into one packet of its endpoint', () => {
    // Report counts are the bytes behind 95; each report is one field of bytes, but for the 20x2's power key.
    const counts = [...text(report!).matchAll(/85..(?:7508)?95(..)/g)].map(([, count]) => Number.parseInt(count!, 16));
    expect(counts).toHaveLength(reports);
    expect(Math.max(...counts) + 1).toBe(packet);
    expect([configuration[31]!, configuration[38]!]).toEqual([packet, packet]);
  });
});

test.each([
  ['256x64', DESCRIPTORS_256X64, SIZES_256X64, []],
  // The prototype's descriptor lacks the internal EEPROM (docs/protocol.md section 11.6); its power key is no byte.
  ['20x2', DESCRIPTORS_20X2, SIZES_20X2, [0x01, 0x32]],
  ['20x4', DESCRIPTORS_20X4, SIZES_20X4, []],
] as const)('%s: what it sends is as long as it declares', (_, { report }, sizes, undeclared) => {
  const declared = [...text(report!).matchAll(/85(..)(?:7508)?95(..)8102/g)].map(
    ([, id, count]) => [Number.parseInt(id!, 16), Number.parseInt(count!, 16)] as const,
  );
  expect(declared).toEqual([...sizes].filter(([id]) => !(undeclared as readonly number[]).includes(id)));
});
