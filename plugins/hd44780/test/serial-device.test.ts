import { emulate, traced } from '@lcdflow/emulator';
import { bytes, fuzz, hex, letterLines, matchesGolden, must, randomBytes } from '@lcdflow/testkit';
import { concat, merge, tap, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import { SerialDevice } from '../src/emulator/serial/device.ts';
import { explain } from '../src/emulator/serial/explain.ts';
import { serialEmulator, serialEmulators } from '../src/emulator/serial/index.ts';
import { KINDS, type Kind } from '../src/emulator/serial/kinds.ts';

const kind = (name: string): Kind => KINDS.find((candidate) => candidate.name === name)!;

/** A device that has got some packets; what it answered to the last. */
function fed(name: string, ...packets: readonly string[]) {
  const device = new SerialDevice(kind(name), '16x2');
  const answers = packets.map((packet) => device.receive(bytes(packet)).answers ?? []);
  return {
    device,
    answer: answers.at(-1)?.map(hex).join(' | ') ?? '',
    row: letterLines(device.letters())[1]!.trimEnd(),
  };
}

test.each([
  ['pertelian', 'fe c0 48 69', '|Hi              |'],
  ['vdr-wakeup', 'c0 c0 48 c4 c0 69', '|Hﾀi             |'],
  ['picanlcd', '11 c0 48 12 69 69', '|Hii             |'],
  ['picanlcd', '11 c0 12 05 69', '|5i              |'],
  ['los-panel', 'fe c0 48 fd 80 69', '|Hi              |'],
  ['serlcd', 'fe c0 48 7c 12 69', '|Hi              |'],
  ['ezio', 'fe c0 48 fe 06 69', '|Hi              |'],
])('%s: %s', (name, packet, row) => {
  expect(fed(name, packet).row).toBe(row);
  const inPieces = bytes(packet);
  const device = new SerialDevice(kind(name), '16x2');
  for (const byte of inPieces) device.receive(Uint8Array.of(byte));
  expect(letterLines(device.letters())[1]).toBe(row);
});

test.each([
  ['pertelian', 'fe 02', 0],
  ['pertelian', 'fe 02 fe 03', 1],
  ['los-panel', 'fd 33', 0.2],
  ['serlcd', '7c 80', 0],
  ['serlcd', '7c 9d 7c 05', 1],
  ['vdr-wakeup', 'c9', 0],
  ['vdr-wakeup', 'c9 c8', 1],
])('%s: light %s', (name, packet, level) => {
  expect(fed(name, packet).device.controls()).toEqual({ backlight: level });
});

test('backpacks without a light have no control', () => {
  expect(['vdr-lcd', 'lcdserializer', 'picanlcd', 'ezio'].map((name) => fed(name).device.controls())).toEqual([
    {},
    {},
    {},
    {},
  ]);
});

test('keys: sent at once, or when they are asked for', () => {
  const los = fed('los-panel').device;
  expect(los.press('key23', true).map(hex)).toEqual(['fe 22']);
  expect(los.press('key23', false)).toEqual([]);
  const ezio = fed('ezio').device;
  expect(ezio.press('enter', true)).toEqual([]);
  expect(ezio.receive(bytes('fe 06')).answers!.map(hex)).toEqual(['fd 4b']);
  ezio.press('up', true);
  ezio.press('enter', false);
  expect(ezio.receive(bytes('fe 06')).answers!.map(hex)).toEqual(['fd 4d']);
  expect(fed('ezio', 'fe 06').answer).toBe('fd 4f');
  expect(() => los.press('up', true)).toThrow('los-panel: there is no key up');
});

test('pauses that are not kept are counted', () => {
  let now = 0;
  const device = new SerialDevice(kind('ezio'), '16x2', () => now);
  for (const [at, byte] of [
    [0, 0xfe],
    [40, 0x01],
    [80, 0xfe],
    [119, 0x0c],
    [150, 0xfe],
  ] as const) {
    now = at;
    device.receive(Uint8Array.of(byte));
  }
  expect(device.hasty).toBe(2);
});

test('the rate gives the chip its time, even for a clear', () => {
  expect(fed('pertelian', 'fe 01 fe 0c fe 80 48').device.chip.early).toBe(0);
  expect(fed('pertelian', 'fe 01 48').device.chip.early).toBe(1);
});

test.each([
  ['pertelian', 'fe 38 fe 01 fe c0 48 69 01 fe 03', '8 bits, 2 lines, clear, to 40, "Hi" 01, light 100 %'],
  ['pertelian', '48 fe', '"H", fe …'],
  ['los-panel', 'fd 80 48', 'light 50 %, "H"'],
  ['serlcd', '7c 12 7c 9d', 'setting 12, light 100 %'],
  ['vdr-wakeup', 'c9 c4 c0 41', 'light 0 %, c0 "A"'],
  ['picanlcd', '12 05 41 12', '12 …, 05 "A"'],
  ['ezio', 'fe 06', 'keys?'],
  ['ezio', '', 'empty packet'],
])('%s explained: %s', (name, packet, words) => {
  expect(explain(kind(name))(bytes(packet), 'out')).toBe(words);
});

test('what comes in, explained', () => {
  expect(explain(kind('ezio'))(bytes('fd 4b'), 'in')).toBe('keys 4b');
  expect(explain(kind('ezio'))(bytes('fd'), 'in')).toBe('fd');
});

test('there is one for each backpack and each size with one controller', () => {
  expect(serialEmulators).toHaveLength(KINDS.length * 12);
  expect(new Set(serialEmulators.map(({ model }) => model)).size).toBe(serialEmulators.length);
});

test('100,000 random streams in any pieces', () => {
  const pairs = KINDS.map((each) => ({
    ...{ whole: new SerialDevice(each, '16x2'), cut: new SerialDevice(each, '16x2'), words: explain(each) },
    likely: [each.command, each.literal ?? 0x08, each.light?.prefix ?? 0x01, 0x06, 0x80, 0x0c, 0x40],
  }));
  fuzz(100_000, (random) => {
    const { whole, cut, words, likely } = pairs[random(pairs.length)]!;
    const stream = randomBytes(random, 10, likely);
    const at = random(stream.length + 1);
    whole.receive(stream);
    cut.receive(stream.subarray(0, at));
    cut.receive(stream.subarray(at));
    must(words(stream, 'out') !== '' && words(stream, 'in') !== '', 'words');
    must(whole.chip.cursor === cut.chip.cursor, 'the same cursor');
  });
  for (const { whole, cut } of pairs) {
    expect(whole.letters()).toEqual(cut.letters());
    expect(whole.chip).toEqual(cut.chip);
  }
});

const PACKETS = [
  'fe 38 fe 38 fe 01 fe 0c fe 06',
  'fe 03',
  'fe 48 04 0e 1f 04 04 04 00 00',
  'fe 94 43 50 55 01',
  'fe 02',
];

test('a conversation with a Pertelian, as traced', () => {
  const written: string[] = [];
  new TestScheduler(() => {}).run(({ expectObservable, flush }) => {
    const emulator = serialEmulator(kind('pertelian'), '20x4');
    const trace = traced(emulate(emulator).transport, emulator, (line) => written.push(line));
    expectObservable(concat(...PACKETS.map((packet) => trace.submit(bytes(packet)))));
    flush();
  });
  matchesGolden(new URL('golden/pertelian-wire.txt', import.meta.url), `${written.join('\n')}\n`);
});

test('a conversation with an EZIO, as traced', () => {
  const written: string[] = [];
  new TestScheduler(() => {}).run(({ expectObservable, flush }) => {
    const emulator = serialEmulator(kind('ezio'), '16x2');
    const { transport, press } = emulate(emulator);
    const trace = traced(transport, emulator, (line) => written.push(line));
    const key = timer(5).pipe(tap(() => press('enter', true)));
    const packets = ['fe', '80', '48 65 6c 6c 6f', 'fe', '06'];
    expectObservable(merge(trace.incoming, key, concat(...packets.map((packet) => trace.submit(bytes(packet))))));
    flush();
  });
  matchesGolden(new URL('golden/ezio-wire.txt', import.meta.url), `${written.join('\n')}\n`);
});
