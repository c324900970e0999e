import { blankFrame, type Display, type Frame, present, surfaceOf } from '@lcdflow/core';
import { type EmulatedPanel, emulate, traced } from '@lcdflow/emulator';
import { bytes, matchesGolden } from '@lcdflow/testkit';
import { concat, delay, ignoreElements, map, merge, NEVER, type Observable, of, switchMap, tap, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, test } from 'vitest';
import { matrixOrbital } from './driver.ts';
import type { MatrixOrbitalChoices } from './emulator/choices.ts';
import { matrixOrbitalEmulator } from './emulator/index.ts';
import type { MatrixOrbitalDevice } from './emulator/matrix-orbital-device.ts';
import { MODULES } from './modules.ts';

type Panel = EmulatedPanel<MatrixOrbitalDevice>;
interface Setup {
  readonly model?: string;
  readonly options?: object;
  readonly choices?: MatrixOrbitalChoices;
  /** What is on the line before the driver opens it. */
  readonly before?: string;
}

/** Opens the driver on an emulated module in virtual time and uses the display for so many ms. */
function opened(
  ms: number,
  use: (display: Display, panel: Panel) => Observable<unknown>,
  { model = 'LK204-25', options = {}, choices = {}, before = '' }: Setup = {},
) {
  const trace: string[] = [];
  const addresses: unknown[] = [];
  let panel!: Panel;
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(({ expectObservable }) => {
    const emulator = matrixOrbitalEmulator(MODULES.find(({ name }) => name === model)!, choices);
    panel = emulate<MatrixOrbitalDevice>(emulator);
    panel.device.receive(bytes(before));
    const display = matrixOrbital.open(
      { model, baudRate: 19_200, outputs: [], keypad: {}, ...options },
      {
        connect: (bus, address) => {
          addresses.push([bus, address]);
          return panel.connection.pipe(map((transport) => traced(transport, emulator, (line) => trace.push(line))));
        },
        display: 'front',
        log: { debug() {}, info() {}, warn() {}, error() {} },
      },
    );
    const used = display.pipe(
      switchMap((open) => use(open, panel)),
      ignoreElements(),
    );
    expectObservable(used, `${ms}ms !`).toBe('');
  });
  return { panel, addresses, trace: `${trace.join('\n')}\n` };
}

const text = (...lines: readonly string[]): Frame => {
  const frame = blankFrame({ width: 20, height: 4 }, 0x20);
  lines.forEach((line, y) => void surfaceOf(frame, 'character').text({ x: 0, y }, line));
  return frame;
};
const golden = (name: string) => new URL(`golden/${name}.hex`, import.meta.url);
/** Bytes on the line between two moments, in ms. */
const bytesIn = (trace: string, from: number, to: number): number =>
  trace
    .split(/\n(?=\S| +\d+\.)/)
    .filter(
      (entry) => />/.test(entry) && Number.parseFloat(entry) * 1_000 >= from && Number.parseFloat(entry) * 1_000 < to,
    )
    .flatMap((entry) => entry.split('\n').slice(1))
    .reduce((sum, row) => sum + row.trim().split(/\s+/).slice(1).length, 0);

describe('the wire', () => {
  test.each(['LK204-7T-1U', 'LCD2041', 'VFD2041', 'VK162-12'])('opening a %s', (model) => {
    const { trace, addresses, panel } = opened(200, () => NEVER, { model });
    expect(addresses).toEqual([['serial', { baudRate: 19_200 }]]);
    expect(panel.device.unknownCommands).toBe(0);
    matchesGolden(golden(`open-${model}`), trace);
  });

  test('a page, a change, controls, keys and questions', () => {
    const frames = concat(
      of(text('Monday', '', 'load 0.42')),
      of(text('Tuesday', '', 'load 0.57')).pipe(delay(200)),
      NEVER,
    );
    const { trace } = opened(
      2_000,
      ({ controls, keys, info, ...display }, panel) =>
        merge(
          present(display, frames),
          keys!,
          timer(400).pipe(
            switchMap(() => concat(controls!.backlight!(0.25), controls!.gpo2!(1), controls!.contrast!(1))),
          ),
          timer(500).pipe(tap(() => panel.press('up', true))),
          timer(600).pipe(tap(() => panel.press('up', false))),
          timer(700).pipe(switchMap(() => info!)),
        ),
      { model: 'LK204-7T-1U' },
    );
    matchesGolden(golden('session'), trace);
  });

  test('nothing changed costs nothing, a full paint its letters and one move', () => {
    const page = text('first row', 'second row', 'third row', 'fourth row');
    const frames = concat(of(page), timer(500).pipe(map(() => ({ ...page, cells: page.cells.slice() }))), NEVER);
    const { trace } = opened(2_000, (display) => present(display, frames));
    const opening = bytesIn(opened(2_000, () => NEVER).trace, 0, 2_000);
    expect(bytesIn(trace, 0, 2_000) - opening).toBe(4 + 80);
    expect(bytesIn(trace, 400, 2_000)).toBe(0);
  });
});

describe('opening', () => {
  test('sets what the config says', () => {
    const options = { backlight: '40%', contrast: '60%', outputs: [2, 6] };
    const { backlight, contrast, ...outputs } = opened(200, () => NEVER, { options }).panel.device.controls();
    expect([backlight!, contrast!].map((level) => Math.round(level * 100))).toEqual([40, 60]);
    expect(outputs).toEqual({ gpo1: 0, gpo2: 1, gpo3: 0, gpo4: 0, gpo5: 0, gpo6: 1 });
  });

  const glassAfter = (before: string, model = 'LK204-25') => {
    const { panel } = opened(1_000, (display) => present(display, concat(of(text('clean')), NEVER)), { model, before });
    return { glass: panel.device.glass(), controls: panel.device.controls() };
  };

  test.each([
    ['prefix', 'fe'],
    ['move', 'fe 47'],
    ['move without row', 'fe 47 01'],
    ['character', 'fe 4e'],
    ['character without its last row', 'fe 4e 02 1f 1f 1f 1f 1f 1f 1f'],
    ['light', 'fe 42'],
    ['brightness', 'fe 99'],
    ['output', 'fe 57'],
    ['horizontal bar', 'fe 7c'],
  ])('survives a line that was closed in the middle of a command: %s', (_, before) => {
    expect(glassAfter(before)).toEqual(glassAfter(''));
  });

  test('finds a module that has been set otherwise', () => {
    expect(glassAfter('fe 44 fe 51 fe 46 fe 50 00 fe 57 03 fe 99 00')).toEqual(glassAfter(''));
  });
});

describe('keys', () => {
  const seen = (choices: MatrixOrbitalChoices) => {
    const events: string[] = [];
    const pressing = (panel: Panel) =>
      merge(...[10, 20, 30, 40].map((ms, index) => timer(ms).pipe(tap(() => panel.press('up', index % 2 === 0)))));
    opened(
      500,
      (display, panel) =>
        merge(
          display.keys!.pipe(tap(({ key, pressed }) => events.push(`${key} ${pressed ? 'down' : 'up'}`))),
          pressing(panel),
        ),
      { model: 'LK204-7T-1U', choices },
    );
    return events.join(', ');
  };

  test('go down and up', () => {
    expect(seen({})).toBe('up down, up up, up down, up up');
  });

  test('of a module without key-up codes go up when they go down again', () => {
    expect(seen({ withoutRelease: true })).toBe('up down, up up, up down');
  });
});

describe('info', () => {
  const told = (choices: MatrixOrbitalChoices, answers: (panel: Panel) => Observable<unknown> = () => NEVER) => {
    const infos: unknown[] = [];
    const keys: unknown[] = [];
    opened(
      3_000,
      (display, panel) =>
        merge(
          display.keys!.pipe(tap((key) => keys.push(key))),
          display.info!.pipe(tap((info) => infos.push(info))),
          answers(panel),
        ),
      { choices },
    );
    return { infos, keys };
  };

  test('is what the module says of itself', () => {
    expect(told({}).infos).toEqual([
      { module: 'LK204-25 (type 09)', firmware: '5.4', 'serial number or data': '1234' },
    ]);
  });

  test('takes no answer for a key', () => {
    // The version 5.4 is the letter T.
    expect(told({}).keys).toEqual([]);
    expect(told({ customerData: true })).toEqual({
      infos: [{ module: 'LK204-25 (type 09)', firmware: '5.4', 'serial number or data': 'ff'.repeat(16) }],
      keys: [],
    });
  });

  test('keys are heard again afterwards', () => {
    const { keys } = told({}, (panel) => timer(2_000).pipe(tap(() => panel.press('keyT', true))));
    expect(keys).toEqual([{ key: 'keyT', pressed: true }]);
  });
});

test('an output is on from half its level on', () => {
  const levels = [0.49, 0.5, 1, 0].map((level) => {
    const { panel } = opened(200, ({ controls }) => controls!.gpo3!(level), { options: { outputs: [1] } });
    return panel.device.controls().gpo3;
  });
  expect(levels).toEqual([0, 1, 1, 0]);
});

test('wrong options are an error before anything is opened', () => {
  const options = { model: 'VFD2041', baudRate: 19_200, outputs: [], keypad: {}, contrast: '50%' };
  expect(() => matrixOrbital.model(options)).toThrow('matrix-orbital: contrast: the VFD2041 has none');
});
