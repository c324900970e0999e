import { blankFrame, type Display, type Frame, present, type Size } from '@lcdflow/core';
import type { Behaviour } from '@lcdflow/emulator';
import { concat, delay, merge, NEVER, of, tap, timer } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { lost, noiseBefore } from '../test/faults.ts';
import { textOn } from '../test/glass-letters.ts';
import { emulatorOf, onPanel } from '../test/on-panel.ts';
import { packetEmulator } from './emulator/index.ts';
import { PACKET_PANELS } from './emulator/panels.ts';
import { encodeGlyph, encodeText } from './encode.ts';
import { encodeGlyph as encodeBytesGlyph, encodeText as encodeBytesText } from './encode-bytes.ts';
import { MODELS } from './models.ts';
import { encodePacket } from './packet.ts';

const SIZE = { width: 20, height: 4 };
const filled = (letter: string, size: Size = SIZE): Frame => blankFrame(size, letter.codePointAt(0)!);
const written = (frame: Frame, at: number, text: string): Frame => {
  const cells = frame.cells.slice();
  cells.set(
    Array.from(text, (letter) => letter.codePointAt(0)!),
    at,
  );
  return { ...frame, cells };
};
const showing =
  (...frames: readonly Frame[]) =>
  (display: Display) =>
    present(display, concat(...frames.map((frame, index) => of(frame).pipe(delay(index * 1_000))), NEVER));
const sent = (wire: readonly string[]) => wire.filter((line) => line.includes(' > '));

describe.each(MODELS)('the $name', (model) => {
  const options = { model: model.name as 'CFA635' };
  const opened = onPanel({ options }, () => NEVER).panel.counters();
  const traffic = (...frames: readonly Frame[]) => {
    const { packets, bytes } = onPanel({ options, ms: 10_000 }, showing(...frames)).panel.counters();
    return { packets: packets - opened.packets, bytes: bytes - opened.bytes };
  };
  const full = filled('A', model);
  const row = model.family === 'packets' ? 6 : 3;

  test('is opened into a known state', () => {
    const { panel, warnings } = onPanel({ options: { ...options, backlight: '50%', contrast: '20%' } }, () => NEVER);
    const { backlight, contrast } = panel.device.controls();
    expect([backlight, contrast, warnings]).toEqual([0.5, 0.2, []]);
  });

  test('a full repaint takes a packet a row, a page that stands still none', () => {
    const repaint = { packets: model.height, bytes: model.height * (row + model.width) };
    expect(traffic(full)).toEqual(repaint);
    expect(traffic(full, { ...full, cells: full.cells.slice() })).toEqual(repaint);
  });

  test('a changed digit takes one packet', () => {
    const { packets, bytes } = traffic(full);
    expect(traffic(full, written(full, 5, '7'))).toEqual({ packets: packets + 1, bytes: bytes + row + 1 });
  });
});

test('two digits far apart in a row: packets that must be answered bridge the gap, bytes do not', () => {
  const both = (model: string) => {
    const options = { model: model as 'CFA635' };
    const frame = written(written(filled('A'), 0, '1'), 19, '2');
    return sent(onPanel({ options }, showing(filled('A'), frame)).wire).slice(-1)[0];
  };
  expect(both('CFA635')).toMatch(/text at 0,0: "1A{18}2"$/);
  expect(both('CFA634')).toMatch(/> go to 19 0; "2"$/);
});

test('keys go down and up, also while a command waits for its answer', () => {
  const seen: string[] = [];
  const { panel } = onPanel({ behaviours: [lost(15)] }, (display, emulated) =>
    merge(
      display.keys!.pipe(tap(({ key, pressed }) => seen.push(`${key} ${pressed ? 'down' : 'up'}`))),
      showing(filled('A'))(display),
      timer(100).pipe(tap(() => emulated.press('up', true))),
      timer(110).pipe(tap(() => emulated.press('enter', true))),
      timer(120).pipe(tap(() => emulated.press('up', false))),
      timer(130).pipe(tap(() => emulated.press('enter', false))),
    ),
  );
  expect(seen).toEqual(['up down', 'enter down', 'up up', 'enter up']);
  expect(textOn(panel.device.glass(), SIZE)).toBe(Array(4).fill('A'.repeat(20)).join('\n'));
});

test('the four corner keys of the CFA631', () => {
  const seen: string[] = [];
  onPanel({ options: { model: 'CFA631' } }, (display, panel) =>
    merge(
      display.keys!.pipe(tap(({ key }) => seen.push(key))),
      timer(10).pipe(
        tap(() => ['upperLeft', 'upperRight', 'lowerLeft', 'lowerRight'].map((key) => panel.press(key, true))),
      ),
    ),
  );
  expect(seen).toEqual(['upperLeft', 'upperRight', 'lowerLeft', 'lowerRight']);
});

test('LEDs: those that are named are lit, by level', () => {
  const { panel } = onPanel({ options: { leds: ['led1green', 'led4red'] } }, ({ controls }) => controls!.led2red!(0.5));
  const { led1green, led1red, led2red, led4red } = panel.device.controls();
  expect([led1green, led1red, led2red, led4red]).toEqual([1, 0, 0.5, 1]);
});

test.each([[{ model: 'CFA633', leds: ['led1green'] }], [{ model: 'CFA631', keypad: '50%' }]] as const)(
  'what a model lacks is a mistake in the config: %j',
  (options) => {
    expect(onPanel({ options }, () => NEVER).error).toBe('config');
  },
);

test('firmware that knows one light gets one light, and it is said once', () => {
  const facts = PACKET_PANELS.find(({ name }) => name === 'CFA635')!;
  const emulator = packetEmulator({ ...facts, keypadLight: false });
  const { panel, warnings, wire } = onPanel({ emulator, options: { backlight: '40%' } }, ({ controls }) =>
    concat(controls!.backlight!(0.7), controls!.keypad!(0.1)),
  );
  expect(panel.device.controls().backlight).toBe(0.7);
  expect(warnings).toEqual(['crystalfontz: the panel refuses command 14 (set the backlight)']);
  expect(wire.filter((line) => line.includes('backlight')).map((line) => line.slice(11))).toEqual([
    '0e backlight 40 %, keypad 40 %',
    '0e backlight 40 %',
    '0e backlight 70 %',
  ]);
});

test('a panel of another model is told of', () => {
  const { warnings } = onPanel({ emulator: emulatorOf('CFA631') }, () => NEVER);
  expect(warnings).toEqual([
    'crystalfontz: the panel is no CFA635: it says CFA631:h1.0,v1.0',
    'crystalfontz: the panel refuses command 34 (set an LED)',
    'crystalfontz: the panel refuses command 14 (set the backlight)',
  ]);
});

test('info: what the panel says of itself, and how its line does', () => {
  const answers: unknown[] = [];
  onPanel({ behaviours: [lost(2), noiseBefore([1, 2, 3], 5)] }, ({ info }) =>
    info!.pipe(tap((told) => answers.push(told))),
  );
  const flash = Array(16).fill('ff').join(' ');
  expect(answers).toEqual([
    { version: 'CFA635:h1.4,u1.9', 'user flash': flash, line: '3 bytes skipped, 1 tries more' },
  ]);
});

test('info: what the panel refuses to tell is said in its place', () => {
  const answers: unknown[] = [];
  const refusing: Behaviour = (receive) => (packet) =>
    packet[0] === 3 ? { answers: [encodePacket(0xc3, [])] } : receive(packet);
  const { error } = onPanel({ behaviours: [refusing] }, ({ info }) => info!.pipe(tap((told) => answers.push(told))));
  expect([answers, error]).toEqual([
    [
      {
        version: 'CFA635:h1.4,u1.9',
        'user flash': '- (the panel refuses command 3)',
        line: '0 bytes skipped, 0 tries more',
      },
    ],
    undefined,
  ]);
});

test('noise is logged once', () => {
  const { warnings } = onPanel({ behaviours: [noiseBefore([1, 2, 3], 4, 8, 9)] }, () => NEVER);
  expect(warnings).toEqual(['crystalfontz: bytes from the panel belong to no packet (noise, or a wrong CRC): skipped']);
});

test('that a command was tried again is logged once', () => {
  const { warnings, error } = onPanel({ behaviours: [lost(2, 6, 10)] }, () => NEVER);
  expect([warnings, error]).toEqual([['crystalfontz: the panel has not answered in time: trying again'], undefined]);
});

test.each([
  [{ model: 'CFA635' }, 115_200],
  [{ model: 'CFA533' }, 19_200],
  [{ model: 'CFA634' }, 19_200],
  [{ model: 'CFA635', baudRate: 19_200 }, 19_200],
] as const)('%j is on a serial line of %d Bd', (options, baudRate) => {
  expect(onPanel({ options }, () => NEVER).address).toEqual({ bus: 'serial', baudRate });
});

test('a CFA634 is told where to go on only where its cursor is not', () => {
  const frame = filled('A');
  const areas = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 3, y: 0 },
    { x: 19, y: 0 },
    { x: 0, y: 1 },
  ];
  const { wire } = onPanel({ options: { model: 'CFA634' } }, ({ encode, write }) =>
    concat(...areas.map((at) => write(encode!(frame), { ...at, width: 1, height: 1 }))),
  );
  expect(
    sent(wire)
      .slice(3)
      .map((line) => line.slice(11)),
  ).toEqual(['go to 0 0; "A"', '"A"', 'go to 3 0; "A"', 'go to 19 0; "A"', 'go to 0 1; "A"']);
});

test('a panel that never answers ends with "timeout" after 1 s', () => {
  const { error, wire } = onPanel({ behaviours: [() => () => ({})], ms: 1_100 }, () => NEVER);
  expect(error).toBe('timeout');
  expect(wire.map((line) => line.trim())).toEqual([
    '0.001 > 00 ping of 16 bytes',
    expect.stringMatching(/^0\.25\d > 00 ping of 16 bytes$/),
    expect.stringMatching(/^0\.50\d > 00 ping of 16 bytes$/),
    expect.stringMatching(/^0\.75\d > 00 ping of 16 bytes$/),
  ]);
});

const DIAGONAL = Uint8Array.of(1, 2, 4, 8, 16, 31, 0, 21);

test.each([
  ['CFA635', [encodeGlyph(3, DIAGONAL), encodeText({ x: 2, y: 1 }, Uint8Array.of(3))]],
  ['CFA634', [encodeBytesGlyph(3, DIAGONAL), encodeBytesText({ x: 2, y: 1 }, Uint8Array.of(3), false)]],
] as const)('user-defined characters of the %s are drawn and shown', (model, packets) => {
  const { panel } = onPanel({ options: { model } }, ({ queue }) => queue!.send(packets));
  const { cells, width } = panel.device.glass();
  const rows = Array.from(DIAGONAL, (_, y) =>
    Array.from({ length: 5 }, (_dot, x) => (cells[(9 + y) * width + 12 + x] === cells[0] ? '.' : '#')).join(''),
  );
  expect(rows).toEqual(['....#', '...#.', '..#..', '.#...', '#....', '#####', '.....', '#.#.#']);
});

test.each([
  ['CFA635', [0x1f, 0x16, 0, 0, 0x41]],
  ['CFA634', [0x19, 2, 0x41]],
] as const)('a %s that another program has left in the middle of a command is found', (model, half) => {
  const emulator = emulatorOf(model);
  const powerUp = () => {
    const device = emulator.powerUp();
    device.receive(Uint8Array.from(half));
    return device;
  };
  const { panel, error } = onPanel({ options: { model }, emulator: { ...emulator, powerUp } }, showing(filled('B')));
  expect([error, textOn(panel.device.glass(), SIZE)]).toEqual([undefined, Array(4).fill('B'.repeat(20)).join('\n')]);
});
