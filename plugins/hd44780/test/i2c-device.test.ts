import { emulate, traced } from '@lcdflow/emulator';
import { bytes, fuzz, letterLines, matchesGolden, must, randomBytes } from '@lcdflow/testkit';
import { concat } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import { I2cDevice } from '../src/emulator/i2c/device.ts';
import { explain } from '../src/emulator/i2c/explain.ts';
import { i2cEmulator, i2cEmulators } from '../src/emulator/i2c/index.ts';
import { WIRINGS } from '../src/emulator/i2c/wirings.ts';

const [BACKPACK, , , LCDPROC] = WIRINGS;

/** As the usual backpack gets it: woken up, two lines, on, a heart drawn, a letter and the heart in the second row. */
const PACKETS = [
  '08',
  '38 3c 38',
  '38 3c 38',
  '38 3c 38',
  '28 2c 28',
  '28 2c 28 8c 88 08 0c 08 1c 18',
  '08 0c 08 6c 68 08 0c 08 cc c8',
  '48 4c 48 8c 88 09 0d 09 0d 09 09 0d 09 ad a9 19 1d 19 fd f9 09 0d 09 4d 49',
  'c8 cc c8 0c 08 49 4d 49 8d 89 09 0d 09 1d 19',
  '00',
];

test('a conversation with the usual backpack, as traced', () => {
  const written: string[] = [];
  let rows: readonly string[] = [];
  new TestScheduler(() => {}).run(({ expectObservable, flush }) => {
    const emulator = i2cEmulator(BACKPACK!, '16x2');
    const { transport, device } = emulate<I2cDevice>(emulator);
    const trace = traced(transport, emulator, (line) => written.push(line));
    expectObservable(concat(...PACKETS.map((packet) => trace.submit(bytes(packet)))));
    flush();
    rows = letterLines(device.letters());
    expect(device.controls()).toEqual({ backlight: 0 });
    expect(Array.from(device.chip.cgram.subarray(8, 12))).toEqual([0x00, 0x0a, 0x1f, 0x04]);
  });
  expect(rows).toEqual(['|                |', '|H1              |']);
  matchesGolden(new URL('golden/i2c-wire.txt', import.meta.url), `${written.join('\n')}\n`);
});

test('a byte takes 90 µs, and so does the address', () => {
  expect(new I2cDevice(BACKPACK!, '16x2').receive(bytes('08 0c 08')).busy).toBeCloseTo(0.36);
});

test('with a clock it counts what comes too early', () => {
  const early = (...times: readonly number[]): number => {
    let now = 0;
    const device = new I2cDevice(BACKPACK!, '16x2', () => now);
    times.forEach((time, index) => {
      now = time;
      device.receive(bytes(PACKETS[index]!));
    });
    return device.chip.early;
  };
  expect(early(20, 60, 66, 67, 68, 69, 76, 77)).toBe(0);
  expect(early(1, 10, 16)).toBe(1);
  expect(early(20, 60, 62)).toBe(1);
  expect(early(20, 60, 66, 67, 68, 69, 70)).toBe(1);
});

test('a light that is on while its pin is low', () => {
  const device = new I2cDevice(LCDPROC!, '16x2');
  expect(device.controls()).toEqual({ backlight: 0 });
  device.receive(bytes('00'));
  expect(device.controls()).toEqual({ backlight: 1 });
  device.receive(bytes('80'));
  expect(device.controls()).toEqual({ backlight: 0 });
});

test('there are no keys', () => {
  expect(() => new I2cDevice(BACKPACK!, '16x2').press('up')).toThrow('there is no key up');
});

test.each([
  ['', 'empty packet'],
  ['08', 'light on'],
  ['00', 'light off'],
  ['38 3c 38', 'half 3'],
  ['c8 cc c8 0c 08 49 4d 49 8d 89', 'to 40, "H"'],
  ['49 4d 49 8d 89 c8 cc c8 0c 08', '"H", to 40'],
])('%s explained', (packet, words) => {
  expect(explain(BACKPACK!)(bytes(packet))).toBe(words);
});

test('there is one for each wiring and each size with one controller', () => {
  expect(i2cEmulators).toHaveLength(WIRINGS.length * 12);
});

test('100,000 random streams in any pieces', () => {
  const pairs = WIRINGS.map((wiring) => ({
    ...{ whole: new I2cDevice(wiring, '20x4'), cut: new I2cDevice(wiring, '20x4'), words: explain(wiring) },
    likely: [wiring.en, wiring.en | wiring.rs, wiring.rs, 0, wiring.en | (3 << wiring.firstData)],
  }));
  fuzz(100_000, (random) => {
    const { whole, cut, words, likely } = pairs[random(pairs.length)]!;
    const stream = randomBytes(random, 12, likely);
    const at = random(stream.length + 1);
    whole.receive(stream);
    cut.receive(stream.subarray(0, at));
    cut.receive(stream.subarray(at));
    must(words(stream) !== '', 'words');
    must(whole.chip.cursor === cut.chip.cursor, 'the same cursor');
  });
  for (const { whole, cut } of pairs) expect(whole.letters()).toEqual(cut.letters());
});
