import { blankFrame, type Frame, present } from '@lcdflow/core';
import { emulate } from '@lcdflow/emulator';
import {
  concat,
  concatMap,
  delay,
  ignoreElements,
  merge,
  NEVER,
  type Observable,
  of,
  switchMap,
  tap,
  timer,
} from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, test } from 'vitest';
import { linesOn } from '../test/letters-on.ts';
import { OPTIONS, opened } from '../test/opened.ts';
import { picolcd } from './driver.ts';
import { type PicolcdEmulator, picolcd20x2Emulator, picolcd20x4Emulator, type ReportDevice } from './emulator/index.ts';

/** A frame of some lines. */
function lines(size: { readonly width: number; readonly height: number }, ...texts: string[]): Frame {
  const frame = blankFrame(size, 0x20);
  for (const [y, text] of texts.entries())
    for (const [x, letter] of [...text].entries()) frame.cells[y * size.width + x] = letter.codePointAt(0)!;
  return frame;
}

/** Frames one after the other, so many ms apart. */
const after = (ms: number, ...frames: Frame[]): Observable<Frame> =>
  concat(...frames.map((frame, index) => of(frame).pipe(delay(index === 0 ? 0 : ms))), NEVER);

const OPENING = { '20x2': 4, '20x4': 4 } as const;

interface Panel {
  readonly emulator: PicolcdEmulator<ReportDevice>;
  readonly name: '20x2' | '20x4';
  readonly rows: number;
  readonly perRow: number;
}

describe.each<Panel>([
  { emulator: picolcd20x2Emulator, name: '20x2', rows: 2, perRow: 1 },
  { emulator: picolcd20x4Emulator, name: '20x4', rows: 4, perRow: 2 },
])('the driver on an emulated $name', ({ emulator, name, rows, perRow }) => {
  const size = { width: 20, height: rows };

  test('is the model that the option names, on its own USB id', () => {
    const model = picolcd.model({ ...OPTIONS, model: name });
    const { usb } = emulator;
    const [low, high] = [usb!.device[10]!, usb!.device[11]!];
    expect([model.name, model.width, model.height, model.cell]).toEqual([name, 20, rows, 'character']);
    expect(model.usb).toEqual({ vendorId: 0x04d8, productId: low + 256 * high });
  });

  test('the address is that of the model', () => {
    const asked: unknown[] = [];
    const connect = (bus: string, address: object) => {
      asked.push({ bus, ...address });
      return NEVER;
    };
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    picolcd
      .open({ ...OPTIONS, model: name }, { connect, display: 'front', log })
      .subscribe()
      .unsubscribe();
    expect(asked).toEqual([
      { bus: 'usb', ...picolcd.model({ ...OPTIONS, model: name }).usb, interface: 0, out: 1, in: 0x81 },
    ]);
  });

  test('has the glass of its model: one tile a row, one span in it', () => {
    opened(emulator, 200, (display) => {
      const { width, height, cell, tile, gap } = display;
      expect({ width, height, cell, tile, gap }).toEqual({
        ...size,
        cell: 'character',
        tile: { width: 20, height: 1 },
        gap: 20,
      });
      return NEVER;
    });
  });

  test('opening sends what the panel forgets without power, and by default the ink is dark', () => {
    const { panel } = opened(emulator, 200, () => NEVER, { leds: [2] });
    expect(panel.device.controls()).toMatchObject({ backlight: 1, contrast: 1, led1: 0, led2: 1 });
    expect(panel.counters().packets).toBe(OPENING[name]);
  });

  test('contrast and backlight as the config says', () => {
    const { panel } = opened(emulator, 200, () => NEVER, { contrast: '0%', backlight: '0%' });
    expect(panel.device.controls()).toMatchObject({ backlight: 0, contrast: 0 });
  });

  test(`a full repaint takes ${perRow} a row`, () => {
    const texts = Array.from({ length: rows }, (_, row) => `row ${row} 0123456789 abc`.slice(0, 20));
    const { panel } = opened(emulator, 500, (display) => present(display, after(0, lines(size, ...texts))));
    expect(linesOn(panel.device.glass())).toEqual(texts.map((text) => text.padEnd(20)));
    expect(panel.counters().packets - OPENING[name]).toBe(rows * perRow);
  });

  test(`what changes at both ends of a row takes ${perRow}, nothing takes none`, () => {
    const first = lines(size, 'a                  b');
    const second = lines(size, 'c                  d');
    const same = { ...second, cells: second.cells.slice() };
    const { panel, trace } = opened(emulator, 900, (display) => present(display, after(300, first, second, same)));
    expect(linesOn(panel.device.glass())[0]).toBe('c                  d');
    expect(panel.counters().packets - OPENING[name] - rows * perRow).toBe(perRow);
    expect(trace.filter((line) => line.includes('letters')).at(-1)).toContain('20 letters |c                  d|');
  });

  test('one changed letter is sent alone', () => {
    const { trace } = opened(emulator, 900, (display) =>
      present(display, after(300, lines(size, '', '    5 %'), lines(size, '', '    6 %'))),
    );
    expect(
      trace
        .filter((line) => line.includes(' > 9'))
        .slice(-perRow)
        .join('\n'),
    ).toMatch(/row 1, column 4.*1 letter \|6\|/s);
  });

  test('keys: two at once, the higher first, in whichever order they go', () => {
    const [low, high] = [emulator.model === '20x2' ? 'plus' : 'back', 'up'];
    const seen: string[] = [];
    opened(emulator, 500, (display, panel) =>
      merge(
        display.keys!.pipe(tap(({ key, pressed }) => seen.push(`${key} ${pressed ? 'down' : 'up'}`))),
        of([low, true], [high, true], [low, false], [low, true], [high, false], [low, false]).pipe(
          concatMap(([key, pressed]) => timer(10).pipe(tap(() => panel.press(key as string, pressed as boolean)))),
        ),
      ),
    );
    const strokes = [`${low} down`, `${high} down`, `${low} up`, `${low} down`, `${high} up`, `${low} up`];
    expect(seen).toEqual(strokes);
  });

  test('a stale report that no key is down says nothing', () => {
    const seen: unknown[] = [];
    opened(emulator, 500, (display, panel) =>
      merge(
        display.keys!.pipe(tap((event) => seen.push(event))),
        timer(5).pipe(tap(() => panel.report([Uint8Array.of(0x11, 0, 0)]))),
        timer(10).pipe(tap(() => panel.press('enter', true))),
      ),
    );
    expect(seen).toEqual([{ key: 'enter', pressed: true }]);
  });

  test('infrared', () => {
    const seen: unknown[] = [];
    opened(emulator, 500, (display, panel) =>
      merge(
        display.readings!.pipe(tap((readings) => seen.push(readings))),
        timer(10).pipe(tap(() => panel.report(panel.device.infrared([-9000, 4500, -560])))),
      ),
    );
    expect(seen).toEqual([{ infrared: [9000, -4500, 560] }]);
  });

  test('unplugged in the middle: the error is disconnected', () => {
    new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(({ expectObservable }) => {
      const panel = emulate(emulator);
      const log = { debug() {}, info() {}, warn() {}, error() {} };
      const context = { connect: () => panel.connection, display: 'front', log };
      const display = picolcd
        .open({ ...OPTIONS, model: name }, context)
        .pipe(switchMap((open) => present(open, after(0, lines(size, 'a')))));
      const pulled = timer(37).pipe(
        tap(() => panel.unplug()),
        ignoreElements(),
      );
      const codes = merge(display, pulled).pipe(ignoreElements());
      expectObservable(codes).toBe('37ms #', undefined, expect.objectContaining({ code: 'disconnected' }));
    });
  });
});
