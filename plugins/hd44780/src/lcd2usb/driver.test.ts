import { type Display, type OptionsOf, present } from '@lcdflow/core';
import { type EmulatedPanel, emulate, traced } from '@lcdflow/emulator';
import { frameOfLines, letterLines } from '@lcdflow/testkit';
import {
  concat,
  delay,
  ignoreElements,
  map,
  merge,
  NEVER,
  type Observable,
  of,
  switchMap,
  takeUntil,
  tap,
  timer,
} from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import type { Lcd2usbDevice } from '../emulator/lcd2usb/device.ts';
import { lcd2usbEmulator } from '../emulator/lcd2usb/index.ts';
import { lcd2usb } from './driver.ts';

type Panel = EmulatedPanel<Lcd2usbDevice>;
type Options = OptionsOf<typeof lcd2usb.options>;

/** Opens a device in virtual time, uses its display for so many ms, and gives what went over the wire. */
function opened(
  ms: number,
  use: (display: Display, panel: Panel) => Observable<unknown>,
  options: Partial<Options> = {},
) {
  const size = options.size ?? '20x4';
  const wire: string[] = [];
  let panel!: Panel;
  const addresses: unknown[] = [];
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(({ expectObservable }) => {
    panel = emulate(lcd2usbEmulator(size));
    const { explain } = lcd2usbEmulator(size);
    const connect = (bus: string, address: unknown) => {
      addresses.push([bus, address]);
      return panel.connection.pipe(
        map((transport) =>
          traced(transport, { explain }, (line) => {
            if (!/^ {9}/.test(line)) wire.push(line.slice(9));
          }),
        ),
      );
    };
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    const display = lcd2usb.open(
      { size, rom: 'A00', backlight: '100%', ...options },
      { connect: connect as never, display: 'front', log },
    );
    const used = display.pipe(
      switchMap((open) => use(open, panel)),
      ignoreElements(),
    );
    expectObservable(used, `${ms}ms !`).toBe('');
  });
  return { panel, wire, addresses };
}

const shows = (display: Display, ...frames: readonly Observable<readonly string[]>[]) =>
  present(display, concat(...frames.map((rows) => rows.pipe(map((text) => frameOfLines(text, display.width)))), NEVER));

test('it connects to endpoint 0 of its USB device', () => {
  expect(opened(10, () => NEVER).addresses).toEqual([['usb', { vendorId: 0x0403, productId: 0xc630, control: true }]]);
});

test('opening: display on, no shift, an empty glass, the light; contrast only if it is given', () => {
  const plain = opened(100, () => NEVER, { size: '40x4' });
  expect(plain.wire).toEqual(['> 3a both controllers: display on, entry right, clear', '> 68 brightness 100 %']);
  expect(letterLines(plain.panel.device.letters())).toEqual(Array.from({ length: 4 }, () => `|${' '.repeat(40)}|`));
  const { wire, panel } = opened(100, () => NEVER, { contrast: '50%', backlight: '20%' });
  expect(wire.slice(1)).toEqual(['> 60 contrast 50 %', '> 68 brightness 20 %']);
  expect(panel.device.controls()).toEqual({ contrast: 128 / 255, backlight: 0.2 });
});

test('a frame: four letters in a request', () => {
  const { wire, panel } = opened(1_000, (display) => shows(display, of(['Hello', 'you', '', 'end'])));
  expect(letterLines(panel.device.letters())).toEqual([
    '|Hello               |',
    '|you                 |',
    '|                    |',
    '|end                 |',
  ]);
  expect(wire.slice(2)).toHaveLength(4 * 6);
  expect(wire.slice(2, 5)).toEqual([
    '> 28 first controller: to 00',
    '> 4b first controller: data "Hell"',
    '> 4b first controller: data "o   "',
  ]);
});

test('what lies close together goes in one write, what is far apart in two', () => {
  const changed = (near: string) =>
    opened(2_000, (display) =>
      shows(display, of(['', '', '', '']), of([near, '', '', '']).pipe(delay(1_000))),
    ).wire.slice(2 + 24);
  // The cursor of the full picture has come round to the first letter.
  expect(changed('a      b')).toEqual(['> 4b first controller: data "a   "', '> 4b first controller: data "   b"']);
  expect(changed('a       b')).toEqual([
    '> 48 first controller: data "a"',
    '> 28 first controller: to 08',
    '> 48 first controller: data "b"',
  ]);
});

test('keys are asked for ten times a second, and only while somebody listens', () => {
  const seen: string[] = [];
  const { wire } = opened(1_000, (display, panel) =>
    concat(
      timer(300),
      merge(
        display.keys!.pipe(tap(({ key, pressed }) => seen.push(`${key} ${pressed ? 'down' : 'up'}`))),
        display.keys!,
        timer(20).pipe(tap(() => panel.press('up', true))),
        timer(120).pipe(tap(() => panel.press('down', true))),
        timer(220).pipe(tap(() => panel.press('up', false))),
      ).pipe(takeUntil(timer(350))),
    ),
  );
  expect(seen).toEqual(['up down', 'down down', 'up up']);
  expect(wire.filter((line) => line.includes('keys?'))).toHaveLength(4);
});

test('info: firmware and controllers, asked when subscribed', () => {
  const answers: unknown[] = [];
  const { wire } = opened(100, (display) => display.info!.pipe(tap((info) => answers.push(info))), { size: '40x4' });
  expect(answers).toEqual([{ firmware: '1.09', controllers: 'both' }]);
  expect(wire.slice(2)).toEqual(['> 80 version?', '< 80 version 1.09', '> 90 controllers?', '< 90 both controllers']);
});

test('the model is the size, with its keys and controls', () => {
  expect(lcd2usb.model({ size: '40x4', rom: 'A02', backlight: '0%' })).toMatchObject({
    ...{ name: '40x4', width: 40, height: 4, cell: 'character' },
    ...{ keys: ['up', 'down'], controls: ['backlight', 'contrast'], usb: { vendorId: 0x0403, productId: 0xc630 } },
  });
});
