import { type Display, present } from '@lcdflow/core';
import { emulate } from '@lcdflow/emulator';
import { bytes, frameOfLines, fuzz, letterLines, must, randomBytes } from '@lcdflow/testkit';
import { concat, ignoreElements, merge, NEVER, type Observable, of, switchMap, tap, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import { KEYS, keysTyped } from './decode.ts';
import { vt } from './driver.ts';
import type { VtDevice } from './emulator/device.ts';
import { vtEmulator } from './emulator/index.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };

function opened(ms: number, use: (display: Display, press: (key: string) => void) => Observable<unknown>) {
  const asked: unknown[] = [];
  let device!: VtDevice;
  let sent = 0;
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(({ expectObservable }) => {
    const panel = emulate<VtDevice>(vtEmulator('20x4', 'ascii'));
    device = panel.device;
    const connect = (...address: readonly unknown[]) => {
      asked.push(address);
      return panel.connection;
    };
    const display = vt.open(
      { size: '20x4', letters: 'ascii', baudRate: 19_200, flow: 'none' },
      { connect, display: 'front', log },
    );
    const used = display.pipe(
      switchMap((open) => use(open, (key) => panel.press(key, true))),
      ignoreElements(),
    );
    expectObservable(used, `${ms}ms !`).toBe('');
    timer(ms - 1)
      .pipe(
        tap(() => {
          sent = panel.counters().bytes;
        }),
      )
      .subscribe();
  });
  return { asked, device, sent };
}

test('it connects with its rate and flow control', () => {
  expect(opened(100, () => NEVER).asked).toEqual([['serial', { baudRate: 19_200, flow: 'none' }]]);
});

test('it leaves a screen without cursor, wrapping and letters, and shows a picture on it', () => {
  const { device, sent } = opened(2_000, (display) =>
    present(display, concat(of(frameOfLines(['Hello', '+---+ 12345678901234', '', ''], 20)), NEVER)),
  );
  expect([device.screen.wraps, device.screen.cursorOn]).toEqual([false, false]);
  expect(letterLines(device.letters())).toEqual([
    '|Hello               |',
    '|+---+ 12345678901234|',
    '|                    |',
    '|                    |',
  ]);
  expect(sent).toBe(7 + 6 + 5 + 3 + 4 + 14 + 6 + 20 + 9 + 9);
});

test('keys are hits', () => {
  const seen: string[] = [];
  opened(500, (display, press) =>
    merge(
      display.keys!.pipe(tap(({ key, pressed }) => seen.push(`${key} ${pressed ? 'down' : 'up'}`))),
      timer(50).pipe(
        tap(() => {
          press('f2');
          press('q');
        }),
      ),
    ),
  );
  expect(seen).toEqual(['f2 down', 'f2 up', 'q down', 'q up']);
});

test.each([
  ['1b 5b 41', 'up'],
  ['1b 4f 42', 'down'],
  ['1b 5b 43 1b 5b 44', 'right left'],
  ['1b 4f 50 1b 4f 53', 'f1 f4'],
  ['0d 7f 08', 'enter back back'],
  ['61 5a 31', 'a z'],
  ['1b 5b 31 3b 35 41 62', 'b'],
  ['1b 62 63', 'c'],
  ['1b 1b 5b 41', 'up'],
])('%s is "%s", in any pieces', (stream, keys) => {
  expect(keysTyped()(bytes(stream)).join(' ')).toBe(keys);
  const typed = keysTyped();
  expect(
    Array.from(bytes(stream), (byte) => typed(Uint8Array.of(byte)))
      .flat()
      .join(' '),
  ).toBe(keys);
});

test('100,000 random streams have the same keys in any pieces', () => {
  const [whole, cut] = [keysTyped(), keysTyped()];
  fuzz(100_000, (random) => {
    const stream = randomBytes(random, 12, [0x1b, 0x5b, 0x4f, 0x41, 0x50, 0x0d]);
    const at = random(stream.length + 1);
    const typed = [...cut(stream.subarray(0, at)), ...cut(stream.subarray(at))];
    const all = whole(stream);
    must(`${all}` === `${typed}`, 'the same keys');
    must(
      all.every((key) => KEYS.includes(key)),
      'keys of the model',
    );
  });
});

test('models are any size', () => {
  const model = (size: string) => vt.model({ size, letters: 'utf-8', baudRate: 9_600, flow: 'none' });
  expect(model('132x24')).toMatchObject({
    name: '132x24-utf-8',
    width: 132,
    height: 24,
    cell: 'character',
    keys: KEYS,
  });
  expect(() => model('80')).toThrow('vt: size: COLUMNSxROWS such as 80x24, not 80');
});
