import { transferQueue } from '@lcdflow/core';
import { type Behaviour, emulate, unplug } from '@lcdflow/emulator';
import { catchError, EMPTY, ignoreElements, merge, NEVER, tap } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import { picolcd256x64Emulator } from './emulator/index.ts';
import { eepromText, panelInfo } from './info.ts';

/** Asks an emulated panel for all in virtual time: what it says, or the error's code; and when. */
function told(...behaviours: Behaviour[]) {
  const heard: { at: number; info?: unknown; code?: string }[] = [];
  const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
  scheduler.run(({ expectObservable }) => {
    const queue = transferQueue(emulate(picolcd256x64Emulator, { behaviours }).transport, 2);
    const info = panelInfo(queue).pipe(
      tap({
        next: (all) => heard.push({ at: scheduler.now(), info: all }),
        error: ({ code }) => heard.push({ at: scheduler.now(), code }),
      }),
      catchError(() => EMPTY),
    );
    const pump = queue.completions.pipe(catchError(() => EMPTY));
    expectObservable(merge(pump, info, NEVER).pipe(ignoreElements()), '60s !').toBe('');
  });
  return heard;
}

const unanswered =
  (...ids: number[]): Behaviour =>
  (receive) =>
  (packet) =>
    ids.includes(packet[0]!) ? {} : receive(packet);

const ALL = {
  firmware: '1.00',
  'hook version': '1.00',
  'device id': '00000000, type 0',
  splash: '0 of 7678 bytes',
  eeprom: '256 bytes, all ff',
};

test('17 questions, one interval each', () => expect(told()).toEqual([{ at: 17 * 8, info: ALL }]));

test('what is not answered or refused stands in its place', () => {
  const refused: Behaviour = (receive) => (packet) =>
    packet[0] === 0xa3 ? { answers: [Uint8Array.of(0x10, 0xa3, 3)] } : receive(packet);
  const [answer] = told(unanswered(0xf5), refused);
  expect(answer?.info).toEqual({
    ...ALL,
    'device id': '- (the device has not answered within 2000 ms)',
    eeprom: '- (the panel refuses report 0xa3: the block can only be read)',
  });
});

test('a panel that answers nothing is given up with the first question', () =>
  expect(told(unanswered(0xf1))).toEqual([{ at: 2000, code: 'timeout' }]));

test('a panel that is pulled in between is lost, not silent', () =>
  expect(told(unplug({ at: [3] }))).toEqual([{ at: 3 * 8, code: 'disconnected' }]));

test('the EEPROM: rows in which nothing is written are left out', () => {
  const bytes = new Uint8Array(64).fill(0xff);
  bytes.set([0x4c, 0x43, 0x44, 0], 0x0e);
  bytes[0x3f] = 0x7e;
  expect(eepromText(bytes).split('\n')).toEqual([
    '64 bytes, 5 of them not ff',
    '0000  ff ff ff ff ff ff ff ff ff ff ff ff ff ff 4c 43  ..............LC',
    '0010  44 00 ff ff ff ff ff ff ff ff ff ff ff ff ff ff  D...............',
    '0030  ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff 7e  ...............~',
  ]);
});
