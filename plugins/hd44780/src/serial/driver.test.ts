import { type Completion, type Display, type OptionsOf, present } from '@lcdflow/core';
import { emulate, traced } from '@lcdflow/emulator';
import { bytes, frameOfLines, fuzz, hex, must, randomBytes } from '@lcdflow/testkit';
import { concat, ignoreElements, map, merge, NEVER, type Observable, of, Subject, switchMap, tap, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import { keyCodes } from '../decode.ts';
import { serialEmulator } from '../emulator/serial/index.ts';
import { KINDS } from '../emulator/serial/kinds.ts';
import { BACKPACKS, backpackNamed } from './backpacks.ts';
import { hd44780Serial } from './driver.ts';
import { lineTo } from './line.ts';

type Options = OptionsOf<typeof hd44780Serial.options>;
const log = { debug() {}, info() {}, warn() {}, error() {} };

/** Opens a backpack in virtual time, uses its display for so many ms; gives the lines of the wire, and the address. */
function opened(
  options: Partial<Options> & { readonly backpack: string },
  ms = 2_000,
  use: (display: Display, panel: ReturnType<typeof emulate>) => Observable<unknown> = () => NEVER,
) {
  const { backpack, size = '20x4' } = options;
  const wire: string[] = [];
  let asked: unknown;
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(({ expectObservable }) => {
    const emulator = serialEmulator(KINDS.find(({ name }) => name === backpack)!, size);
    const panel = emulate(emulator);
    const connect = (bus: string, address: unknown) => {
      asked = [bus, address];
      const write = (line: string) => void wire.push(line.trim().replace(/^0000 +/, ''));
      return panel.connection.pipe(map((transport) => traced(transport, emulator, write)));
    };
    const display = hd44780Serial.open(
      { size: '20x4', rom: 'A00', backlight: '100%', ...options },
      { connect, display: 'front', log },
    );
    expectObservable(
      display.pipe(
        switchMap((open) => use(open, panel)),
        ignoreElements(),
      ),
      `${ms}ms !`,
    ).toBe('');
  });
  const sent = wire.filter((_, index) => /> /.test(wire[index - 1] ?? ''));
  return { wire, sent, asked };
}

test.each([
  ['pertelian', '20x4', ['fe 38 fe 38 fe 01 fe 0c fe 06', 'fe 03']],
  ['los-panel', '20x4', ['fe 28 fe 28 fe 01 fe 0c fe 06', 'fd ff']],
  ['serlcd', '16x2', ['fe 28 fe 28 fe 01 fe 0c fe 06', '7c 9d']],
  ['vdr-lcd', '16x2', ['fe 28 fe 28 fe 01 fe 0c fe 06']],
  ['vdr-wakeup', '16x2', ['c0 28 c0 28 c0 01 c0 0c c0 06', 'c8']],
  ['lcdserializer', '8x1', ['fe 30 fe 30 fe 01 fe 0c fe 06']],
  ['picanlcd', '16x2', ['11 38 11 38 11 01 11 0c 11 06']],
  ['ezio', '16x2', ['fe', '28', 'fe', '28', 'fe', '01', 'fe', '0c']],
])('opening of %s %s', (backpack, size, packets) => {
  expect(opened({ backpack, size }).sent).toEqual(packets);
});

test('the address is the rate: the backpack’s own, or the one that is given', () => {
  expect(opened({ backpack: 'ezio' }).asked).toEqual(['serial', { baudRate: 2_400 }]);
  expect(opened({ backpack: 'pertelian', baudRate: 115_200 }).asked).toEqual(['serial', { baudRate: 115_200 }]);
});

test('a row is one packet; at the end of the first the cursor is in the third', () => {
  const picture = frameOfLines(['Hello', '', 'you', ''], 20);
  const { sent } = opened({ backpack: 'vdr-lcd' }, 1_000, (display) => present(display, concat(of(picture), NEVER)));
  expect(sent[1]).toBe('fe 80 48 65 6c 6c 6f 20 20 20 20 20 20 20 20 20');
  expect(sent.filter((line) => line.startsWith('fe 80'))).toHaveLength(1);
});

test.each([
  ['los-panel', 'key23', 'key23 down, key23 up'],
  ['ezio', 'enter', 'enter down, enter up'],
])('keys of %s', (backpack, key, events) => {
  const seen: string[] = [];
  opened({ backpack }, 4_000, (display, panel) =>
    merge(
      display.keys!.pipe(tap((event) => seen.push(`${event.key} ${event.pressed ? 'down' : 'up'}`))),
      timer(600).pipe(tap(() => panel.press(key, true))),
      timer(1_800).pipe(tap(() => panel.press(key, false))),
    ),
  );
  expect(seen.join(', ')).toBe(events);
});

test('keys that must be asked for are left alone while nobody listens, also while a picture is sent', () => {
  const { sent } = opened({ backpack: 'ezio' }, 5_000, (display) =>
    present(display, concat(of(frameOfLines(['a', 'b', 'c', 'd'], 20)), NEVER)),
  );
  expect(sent.slice(8)).not.toContain('06');
});

test('models: a name for each backpack and size, with its keys and controls', () => {
  const model = (backpack: string, size: string) =>
    hd44780Serial.model({ backpack, size, rom: 'A00', backlight: '100%' });
  expect(model('pertelian', '16x2')).toMatchObject({
    name: 'pertelian-16x2',
    width: 16,
    keys: [],
    controls: ['backlight'],
  });
  expect(model('ezio', '16x2')).toMatchObject({ keys: ['up', 'down', 'enter', 'escape'], controls: [] });
  expect(hd44780Serial.models.map(({ name }) => name)).toHaveLength(BACKPACKS.length);
});

/** A line to a backpack whose keys are collected. */
function keyLine(backpack: string) {
  const incoming = new Subject<Uint8Array>();
  const submit = (): Observable<Completion> => NEVER;
  const codes: number[] = [];
  lineTo(backpackNamed(backpack), { submit, incoming }).incoming.subscribe(([code]) => codes.push(code!));
  return { say: (chunk: Uint8Array) => incoming.next(chunk), heard: () => hex(Uint8Array.from(codes.splice(0))) };
}

test.each([
  ['ezio', ['fd 4d'], '4d'],
  ['ezio', ['00 fd', '', '4d 12 fd', '47'], '4d 47'],
  ['los-panel', ['fe fe fe 11'], 'fe 11'],
])('keys of %s in %j', (backpack, chunks, codes) => {
  const { say, heard } = keyLine(backpack);
  for (const chunk of chunks) say(bytes(chunk));
  expect(heard()).toBe(codes);
});

test('100,000 random streams have the same keys in any pieces', () => {
  const [whole, cut] = [keyCodes(0xfd), keyCodes(0xfd)];
  fuzz(100_000, (random) => {
    const stream = randomBytes(random, 12, [0xfd, 0xfd, 0x4d, 0xbe]);
    const at = random(stream.length + 1);
    const codes = [...cut(stream.subarray(0, at)), ...cut(stream.subarray(at))];
    must(`${whole(stream)}` === `${codes}`, 'the same keys');
  });
});

test('every byte is some keys that the model has, or none', () => {
  const { keys, down } = backpackNamed('ezio').keypad!;
  for (let code = 0; code <= 0xff; code++) expect(keys).toEqual(expect.arrayContaining([...down(code)]));
});
