import type { EmulatedDevice } from '@lcdflow/core';
import type { Behaviour } from '@lcdflow/emulator';
import { tap } from 'rxjs';
import { expect, test } from 'vitest';
import { opened } from '../test/opened.ts';
import { readExternalEeprom } from './ask.ts';
import {
  type Picolcd20x2Device,
  type PicolcdEmulator,
  picolcd20x2Emulator,
  picolcd20x4Emulator,
} from './emulator/index.ts';

const OPENING = 4;

/** What an open display tells of itself, and after how many questions. */
function told<D extends EmulatedDevice>(emulator: PicolcdEmulator<D>, ...behaviours: Behaviour[]) {
  const heard: unknown[] = [];
  const { panel, warnings } = opened(
    emulator,
    20_000,
    (display) => display.info!.pipe(tap((all) => heard.push(all))),
    {},
    behaviours,
  );
  return { heard, questions: panel.counters().packets - OPENING, warnings };
}

const unanswered =
  (...ids: number[]): Behaviour =>
  (receive) =>
  (packet) =>
    ids.includes(packet[0]!) ? {} : receive(packet);
const SILENCE = '- (the device has not answered within 2000 ms)';

test('the 20x2 tells both of its EEPROMs, 20 bytes a question', () =>
  expect(told(picolcd20x2Emulator)).toEqual({
    heard: [{ eeprom: '256 bytes, all ff', 'external eeprom': '8192 bytes, all ff' }],
    questions: 13 + 410,
    warnings: [],
  }));

test('a 20x2 without the questions for the internal one, as the prototype', () =>
  expect(told(picolcd20x2Emulator, unanswered(0xa3)).heard).toEqual([
    { eeprom: SILENCE, 'external eeprom': '8192 bytes, all ff' },
  ]));

test('the 20x4 tells its version and its EEPROM', () =>
  expect(told(picolcd20x4Emulator)).toEqual({
    heard: [{ firmware: '1.00', eeprom: '256 bytes, all ff' }],
    questions: 14,
    warnings: [],
  }));

test('a 20x4 that knows no question', () =>
  expect(told(picolcd20x4Emulator, unanswered(0xf1, 0xa3)).heard).toEqual([{ firmware: SILENCE, eeprom: SILENCE }]));

test('a piece of the external EEPROM that is refused is told to who asked, not logged', () => {
  const refused: Behaviour = (receive) => (packet) =>
    packet[0] === 0xa1 ? { answers: [Uint8Array.of(0x10, 0xa1, 6)] } : receive(packet);
  const { heard, warnings } = told(picolcd20x2Emulator, refused);
  expect([heard, warnings]).toEqual([
    [
      {
        eeprom: '256 bytes, all ff',
        'external eeprom': '- (the panel refuses report 0xa1: the area crosses a section boundary)',
      },
    ],
    [],
  ]);
});

test('a part of the external EEPROM', () => {
  const heard: number[][] = [];
  opened<Picolcd20x2Device>(picolcd20x2Emulator, 500, ({ queue }, { device }) => {
    device.externalEeprom.bytes.set([1, 2, 3], 0x1234);
    return readExternalEeprom(queue!, 0x1233, 5).pipe(tap((bytes) => heard.push([...bytes])));
  });
  expect(heard).toEqual([[0xff, 1, 2, 3, 0xff]]);
});
