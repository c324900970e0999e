import { expect, test } from 'vitest';
import { infraredReports } from './infrared.ts';

const head = (packet: Uint8Array, length: number): number[] => [...packet.subarray(0, length)];

test('words are signed, the lower byte first', () => {
  const reports = infraredReports([-9000, 4500]);
  expect(reports).toHaveLength(1);
  expect(reports[0]).toHaveLength(64);
  expect(head(reports[0]!, 7)).toEqual([0x21, 4, 0xd8, 0xdc, 0x94, 0x11, 0]);
});

test('ten words a report, or as many as asked for', () => {
  const frame = Array.from({ length: 25 }, (_, index) => index + 1);
  expect(infraredReports(frame).map((report) => head(report, 3))).toEqual([
    [0x21, 20, 1],
    [0x21, 20, 11],
    [0x21, 10, 21],
  ]);
  expect(infraredReports(frame, 29).map((report) => report[1])).toEqual([50]);
});

test('nothing for an empty frame, and words are cut to 16 bits', () => {
  expect(infraredReports([])).toEqual([]);
  expect(head(infraredReports([40_000, -40_000])[0]!, 6)).toEqual([0x21, 4, 0xff, 0x7f, 0x00, 0x80]);
});
