import { blankFrame, type Frame, type KeyEvent, present, type Rect, WHITE } from '@lcdflow/core';
import { type Behaviour, type EmulatedPanel, emulate } from '@lcdflow/emulator';
import { catchError, concat, delay, EMPTY, ignoreElements, map, merge, NEVER, of, switchMap, tap, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, test } from 'vitest';
import { OPTIONS, type Options, opened as openedOn, type Use } from '../test/opened.ts';
import { firmwareVersion, readEeprom } from './ask.ts';
import { picolcd } from './driver.ts';
import { PANEL, type PicolcdDevice, picolcd256x64Emulator } from './emulator/index.ts';

type Panel = EmulatedPanel<PicolcdDevice>;

/** Opens the driver on an emulated 256x64. */
const opened = (ms: number, use: Use<PicolcdDevice>, options?: Partial<Options>, behaviours?: readonly Behaviour[]) =>
  openedOn(picolcd256x64Emulator, ms, use, options, behaviours);

const filled = (cell: number): Frame => blankFrame({ width: 256, height: 64 }, cell);
const inkOf = (panel: Panel) => panel.device.glass().cells.filter((cell) => cell === PANEL.ink).length;

describe('the picoLCD driver on the emulated panel', () => {
  test('opening sends what the panel forgets without power', () => {
    const { panel } = opened(200, () => NEVER, { backlight: '80%', leds: [1, 3] });
    const { backlight, led1, led2, led3 } = panel.device.controls();
    expect([Math.round(backlight! * 100), led1, led2, led3]).toEqual([80, 1, 0, 1]);
    expect(panel.counters().packets).toBe(7);
  });

  test('a full repaint takes 64 packets and every interval', () => {
    const areas: { area: Rect; at: number }[] = [];
    const { panel } = opened(1000, (display) =>
      present(display, concat(of(filled(WHITE)), NEVER)).pipe(tap((area) => areas.push({ area, at: 0 }))),
    );
    expect(panel.counters().packets - 7).toBe(64);
    expect(areas.every(({ area }) => area.width <= 52)).toBe(true);
    expect(inkOf(panel)).toBe(256 * 64);
  });

  test('with halves a full repaint takes the 64 packets that every program sends', () => {
    const { panel } = opened(1000, (display) => present(display, concat(of(filled(WHITE)), NEVER)), {
      columns: 'halves',
    });
    expect(panel.counters().packets - 7).toBe(64);
    expect(inkOf(panel)).toBe(256 * 64);
  });

  test('one changed column takes one packet, nothing changed takes none', () => {
    const changed = filled(0);
    changed.cells[200] = WHITE;
    const frames = concat(
      of(filled(0)),
      of(changed).pipe(delay(700)),
      of(changed.cells.slice()).pipe(
        delay(50),
        map((cells) => ({ ...changed, cells })),
      ),
      NEVER,
    );
    const { panel } = opened(2000, (display) => present(display, frames));
    expect(panel.counters().packets - 7 - 64).toBe(1);
    expect(inkOf(panel)).toBe(1);
  });

  test('keys go down and up', () => {
    const seen: string[] = [];
    opened(500, (display, panel) =>
      merge(
        display.keys!.pipe(tap(({ key, pressed }) => seen.push(`${key} ${pressed ? 'down' : 'up'}`))),
        timer(10).pipe(tap(() => panel.press('up', true))),
        timer(20).pipe(tap(() => panel.press('enter', true))),
        timer(30).pipe(tap(() => panel.press('up', false))),
        timer(40).pipe(tap(() => panel.press('enter', false))),
      ),
    );
    expect(seen).toEqual(['up down', 'enter down', 'up up', 'enter up']);
  });

  test('a key that is hit while the panel is being opened counts, once', () => {
    const seen: string[] = [];
    const note = (who: string) => tap(({ key, pressed }: KeyEvent) => seen.push(`${who}${key} ${pressed}`));
    const hit: Behaviour = (receive, device) => (packet) => {
      const reaction = receive(packet);
      return packet[0] === 0x92
        ? { ...reaction, answers: [...device.press('up', true), ...device.press('up', false)] }
        : reaction;
    };
    opened(
      500,
      ({ keys }, panel) =>
        merge(
          keys!.pipe(note('')),
          timer(1).pipe(switchMap(() => keys!.pipe(note('other: ')))),
          timer(10).pipe(tap(() => panel.press('down', true))),
        ),
      {},
      [hit],
    );
    expect(seen).toEqual(['up true', 'up false', 'down true', 'other: down true']);
  });

  test('controls: backlight, contrast and each LED, from 0 to 1', () => {
    const { panel } = opened(1000, ({ controls }) =>
      concat(
        controls!.backlight!(0.25),
        controls!.contrast!(1),
        controls!.led8!(1),
        controls!.led2!(1),
        controls!.led8!(0),
      ),
    );
    const { backlight, led1, led2, led8 } = panel.device.controls();
    expect([Math.round(backlight! * 100), led1, led2, led8]).toEqual([25, 0, 1, 0]);
  });

  test.each([
    ['negative', '9000,-4500'],
    ['positive', '-9000,4500'],
  ] as const)('infrared: marks are %s on the wire', (marks, first) => {
    const seen: string[] = [];
    const { warnings } = opened(
      500,
      (display, panel) =>
        merge(
          display.readings!.pipe(tap((readings) => seen.push(Object.entries(readings).join('; ')))),
          timer(10).pipe(tap(() => panel.report(panel.device.infrared([-9000, 4500, -560], 2)))),
          timer(20).pipe(tap(() => panel.press('up', true))),
        ),
      { marks },
    );
    expect(seen).toEqual([`infrared,${first}`, `infrared,${marks === 'negative' ? 560 : -560}`]);
    expect(warnings).toEqual([]);
  });

  test('a question while the panel repaints holds up neither', () => {
    const answers: unknown[] = [];
    const { panel } = opened(1000, (display) =>
      merge(
        present(display, concat(of(filled(WHITE)), NEVER)),
        timer(100).pipe(
          switchMap(() => firmwareVersion(display.queue!)),
          tap((version) => answers.push(version)),
        ),
      ),
    );
    expect(answers).toEqual(['1.00']);
    expect([panel.counters().packets - 7, inkOf(panel)]).toEqual([65, 256 * 64]);
  });

  test('what the panel refuses to answer is told to who asked, not logged', () => {
    const codes: unknown[] = [];
    const { warnings } = opened(
      500,
      ({ queue }) =>
        readEeprom(queue!, 0, 1).pipe(
          catchError(({ code }) => {
            codes.push(code);
            return EMPTY;
          }),
        ),
      {},
      [(receive) => (packet) => (packet[0] === 0xa3 ? { answers: [Uint8Array.of(0x10, 0xa3, 6)] } : receive(packet))],
    );
    expect([codes, warnings]).toEqual([['protocol'], []]);
  });

  test('what the panel complains about is logged', () => {
    const { warnings } = opened(500, ({ queue }) => queue!.send([Uint8Array.of(0x95, 1, 0, 0, 60)]));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^picolcd: the panel reports an error: report 0x95: /);
  });

  test('what it complains about again and again is logged once a minute, and each complaint by itself', () => {
    const bad = (report: number) => Uint8Array.of(report, 1, 0, 0, 60);
    const { warnings } = opened(61_000, ({ queue }) =>
      concat(
        queue!.send(Array.from({ length: 100 }, (_, index) => bad(index % 2 === 0 ? 0x95 : 0x96))),
        timer(59_000).pipe(switchMap(() => queue!.send([bad(0x95)]))),
        timer(1_000).pipe(switchMap(() => queue!.send([bad(0x95)]))),
      ),
    );
    expect(warnings.map((warning) => /report 0x../.exec(warning)?.[0])).toEqual([
      'report 0x95',
      'report 0x96',
      'report 0x95',
    ]);
  });

  test('is silent once closed', () => {
    const { panel } = opened(50, (display) => present(display, concat(of(filled(WHITE)), NEVER)));
    expect(panel.counters().packets).toBeLessThanOrEqual(7);
  });

  test('unplugged in the middle of a repaint: the error is disconnected', () => {
    new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(({ expectObservable }) => {
      const panel = emulate(picolcd256x64Emulator);
      const context = {
        connect: () => panel.connection,
        display: 'front',
        log: { debug() {}, info() {}, warn() {}, error() {} },
      };
      const display = picolcd
        .open(OPTIONS, context)
        .pipe(switchMap((open) => present(open, concat(of(filled(WHITE)), NEVER))));
      const pulled = timer(200).pipe(
        tap(() => panel.unplug()),
        ignoreElements(),
      );
      const codes = merge(display, pulled).pipe(ignoreElements());
      expectObservable(codes).toBe('200ms #', undefined, expect.objectContaining({ code: 'disconnected' }));
    });
  });
});
