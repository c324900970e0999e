import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blankFrame, type Display, type Frame, type LcdError, type Logger } from '@lcdflow/core';
import { PNG } from 'pngjs';
import { asyncScheduler, NEVER, type Subscription } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pngDriver } from './driver.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lcdflow-png-'));
  file = join(folder, 'front.png');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const DEFAULTS = { size: '4x2', every: '1s', scale: 1, grid: false };
/** A frame in one grey. */
const grey = (level: number): Frame => blankFrame({ width: 4, height: 2 }, level * 0x010101);
const savedGrey = (): number | undefined => (existsSync(file) ? PNG.sync.read(readFileSync(file)).data[0] : undefined);

function opened(options: Partial<typeof DEFAULTS> = {}) {
  const errors: LcdError[] = [];
  const logged: string[] = [];
  const log: Logger = { debug() {}, info() {}, warn() {}, error: (message) => logged.push(message) };
  let display!: Display;
  const subscription: Subscription = pngDriver
    .open({ ...DEFAULTS, file, ...options }, { connect: () => NEVER, display: 'front', log })
    .subscribe({
      next: (opened) => {
        display = opened;
      },
      error: (error) => errors.push(error),
    });
  const show = (level: number, area = { x: 0, y: 0, width: 4, height: 2 }) =>
    display.write(grey(level), area).subscribe();
  return { display, subscription, show, errors, logged };
}

const inVirtualTime = (body: (at: (time: number, what: () => void) => void) => void): void =>
  new TestScheduler(() => undefined).run(() => body((time, what) => asyncScheduler.schedule(what, time)));

test('the first picture is written at once, the newest of later ones after the time is over', () => {
  const seen: string[] = [];
  inVirtualTime((at) => {
    const { show, subscription } = opened();
    const look = (time: number) => at(time, () => seen.push(`${time}: ${savedGrey()}`));
    look(0);
    at(100, () => show(10));
    look(100);
    at(200, () => show(20));
    at(300, () => show(30));
    look(1099);
    look(1101);
    at(1200, () => show(40));
    look(2099);
    look(2101);
    look(4999);
    at(5000, () => show(50));
    look(5000);
    at(6000, () => subscription.unsubscribe());
  });
  expect(seen).toEqual([
    '0: undefined',
    '100: 10',
    '1099: 10',
    '1101: 30',
    '2099: 30',
    '2101: 40',
    '4999: 40',
    '5000: 50',
  ]);
});

test('the last picture is written when the display is closed, and nothing after that', () => {
  inVirtualTime((at) => {
    const { show, subscription } = opened();
    at(0, () => show(10));
    at(10, () => show(20));
    at(20, () => subscription.unsubscribe());
    at(20, () => expect(savedGrey()).toBe(20));
    at(30, () => rmSync(file));
    at(5000, () => expect(existsSync(file)).toBe(false));
  });
});

test('a picture that has been written is not written again when the display is closed', () => {
  const { show, subscription } = opened();
  show(10);
  rmSync(file);
  subscription.unsubscribe();
  expect(existsSync(file)).toBe(false);
});

test('a display that has shown nothing writes nothing', () => {
  opened().subscription.unsubscribe();
  expect(existsSync(file)).toBe(false);
});

test('only the area is written, and the write is done at once', () => {
  const { show, subscription } = opened();
  show(10);
  expect(show(20, { x: 1, y: 1, width: 2, height: 1 }).closed).toBe(true);
  subscription.unsubscribe();
  const { data } = PNG.sync.read(readFileSync(file));
  expect(Array.from({ length: 8 }, (_, cell) => data[4 * cell])).toEqual([10, 10, 10, 10, 10, 20, 20, 10]);
});

test('scale and grid are drawn', () => {
  const { show, subscription } = opened({ scale: 4, grid: true });
  show(10);
  subscription.unsubscribe();
  expect(PNG.sync.read(readFileSync(file))).toMatchObject({ width: 4 * 4 + 2 * 16, height: 2 * 4 + 2 * 16 });
});

test('a write that fails loses the display', () => {
  const { show, errors } = opened();
  rmSync(folder, { recursive: true });
  show(10);
  expect(errors).toMatchObject([{ code: 'config', message: expect.stringContaining(`png: cannot write ${file}: `) }]);
});

test('a last write that fails is logged', () => {
  const { show, subscription, errors, logged } = opened();
  show(10);
  show(20);
  rmSync(folder, { recursive: true });
  subscription.unsubscribe();
  expect([errors, logged]).toEqual([[], [expect.stringContaining(`png: cannot write ${file}: `)]]);
});

test.each([
  [{ size: '256' }, 'png: size: WIDTHxHEIGHT such as 256x64, not 256'],
  [{ every: 'often' }, 'png: every: a time such as 500ms or 2s, not often'],
])('%j is told', (options, message) => {
  expect(opened(options).errors).toMatchObject([{ code: 'config', message }]);
});

test('the models are what their names say', () => {
  for (const model of pngDriver.models) expect(pngDriver.model({ ...DEFAULTS, file, size: model.name })).toEqual(model);
});
