import { type TransferQueue, transferQueue } from '@lcdflow/core';
import { type Behaviour, type EmulatedPanel, emulate, keyBeforeAnswer, report, unplug } from '@lcdflow/emulator';
import { hex } from '@lcdflow/testkit';
import {
  catchError,
  concat,
  EMPTY,
  ignoreElements,
  merge,
  NEVER,
  type Observable,
  of,
  takeUntil,
  tap,
  timer,
} from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, test } from 'vitest';
import { deviceId, firmwareVersion, hookVersion, readEeprom, readFlash, splashSize, writeEeprom } from './ask.ts';
import { type PicolcdDevice, picolcd256x64Emulator } from './emulator/index.ts';

type Panel = EmulatedPanel<PicolcdDevice>;

/** Asks an emulated panel for 20 s of virtual time: what is heard, each with the ms it came at. */
function asked(use: (queue: TransferQueue, panel: Panel) => Observable<unknown>, ...behaviours: Behaviour[]) {
  const heard: string[] = [];
  let panel!: Panel;
  const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
  scheduler.run(({ expectObservable }) => {
    panel = emulate(picolcd256x64Emulator, { behaviours });
    const queue = transferQueue(panel.transport, 2);
    const tell = (words: string) => void heard.push(`${scheduler.now()} ${words}`);
    const answers = use(queue, panel).pipe(
      tap({
        next: (answer) => tell(answer instanceof Uint8Array ? hex(answer) : JSON.stringify(answer)),
        complete: () => tell('done'),
        error: ({ code, message }) => tell(`${code}: ${message}`),
      }),
      catchError(() => EMPTY),
    );
    const pump = queue.completions.pipe(catchError(() => EMPTY));
    expectObservable(merge(pump, answers, NEVER).pipe(ignoreElements()), '20000ms !').toBe('');
  });
  return { heard, device: panel.device, sent: panel.counters().packets };
}

const counting = (length: number, first = 0): Uint8Array => Uint8Array.from({ length }, (_, index) => first + index);

/** Changes what the panel answers to some packets, by their number from 1. */
const answering =
  (change: (answers: readonly Uint8Array[], packet: number) => readonly Uint8Array[]): Behaviour =>
  (receive) => {
    let packet = 0;
    return (sent) => {
      const reaction = receive(sent);
      packet += 1;
      return { ...reaction, answers: change(reaction.answers ?? [], packet) };
    };
  };
const silent = answering(() => []);
/** The answer to the first packet comes with that to the second, before it. */
function firstLate(): Behaviour {
  let held: readonly Uint8Array[] = [];
  return answering((answers, packet) => {
    if (packet > 1) return packet === 2 ? [...held, ...answers] : answers;
    held = answers;
    return [];
  });
}
const instead = (...bytes: number[]) => answering((answers) => (answers.length ? [Uint8Array.from(bytes)] : []));

describe('what a panel says of itself', () => {
  test.each<readonly [string, (queue: TransferQueue) => Observable<unknown>, string]>([
    ['firmware version', firmwareVersion, '"1.00"'],
    ['hook version', hookVersion, '"1.00"'],
    ['device ID', deviceId, '{"serial":"00000000","type":0}'],
    ['splash size', splashSize, '{"largest":7678,"used":0}'],
  ])('%s', (_, question, answer) =>
    expect(asked(question)).toMatchObject({ heard: [`8 ${answer}`, '8 done'], sent: 1 }),
  );

  test('two at once are asked one after the other', () => {
    const { heard } = asked((queue) => merge(splashSize(queue), firmwareVersion(queue)));
    expect(heard).toEqual(['8 {"largest":7678,"used":0}', '16 "1.00"', '16 done']);
  });

  test('two of the same at once: one answer each', () => {
    const { heard, sent } = asked((queue) => merge(firmwareVersion(queue), firmwareVersion(queue)));
    expect([heard, sent]).toEqual([['8 "1.00"', '16 "1.00"', '16 done'], 2]);
  });

  test('keys and infrared between question and answer are not the answer', () => {
    const infrared = answering((answers) => [Uint8Array.of(0x21, 2, 0xf1, 0x00), ...answers]);
    const { heard } = asked(firmwareVersion, infrared, keyBeforeAnswer({ at: [1], key: 'up' }));
    expect(heard).toEqual(['8 "1.00"', '8 done']);
  });

  test('one that is not answered holds the next one up until its deadline', () => {
    const { heard, sent } = asked(
      (queue) => merge(deviceId(queue).pipe(catchError(({ code }) => of(code))), firmwareVersion(queue)),
      answering((answers, packet) => (packet === 1 ? [] : answers)),
    );
    expect([heard, sent]).toEqual([['2000 "timeout"', '2008 "1.00"', '2008 done'], 2]);
  });

  test('the deadline is told', () =>
    expect(asked(firmwareVersion, silent).heard).toEqual(['2000 timeout: the device has not answered within 2000 ms']));

  test('a late answer is not taken for that of the next question', () => {
    const { heard } = asked(
      (queue) => concat(deviceId(queue).pipe(catchError(() => EMPTY)), firmwareVersion(queue)),
      firstLate(),
    );
    expect(heard).toEqual(['2008 "1.00"', '2008 done']);
  });

  test('leaving takes the question back', () => {
    const { heard, sent } = asked((queue) =>
      concat(
        merge(firmwareVersion(queue), deviceId(queue)).pipe(ignoreElements(), takeUntil(timer(4))),
        timer(100).pipe(ignoreElements()),
        splashSize(queue),
      ),
    );
    expect([heard, sent]).toEqual([['112 {"largest":7678,"used":0}', '112 done'], 2]);
  });

  test('unplugged with the question under way', () =>
    expect(asked(firmwareVersion, unplug({ at: [1] })).heard).toEqual([
      '8 disconnected: the emulated device was unplugged',
    ]));
});

describe('error reports', () => {
  test.each([
    [
      'with the ID of the question',
      [0x10, 0xf1, 0x01],
      '8 protocol: the panel refuses report 0xf1: a parameter is missing',
    ],
    ['with the code alone', [0x10, 0x08, 0], '8 protocol: the panel refuses report 0xf1: bad length of data'],
    ['an unknown code', [0x10, 0xf1, 0x77], '8 protocol: the panel refuses report 0xf1: error 119'],
    ['cut short', [0xf1, 0], '8 protocol: answer 0xf1: 2 bytes are expected behind the ID, not 1'],
  ])('%s', (_, answer, told) => expect(asked(firmwareVersion, instead(...answer)).heard).toEqual([told]));

  test('one about another report is not the answer', () => {
    const stray = answering((answers) => [Uint8Array.of(0x10, 0x95, 8), ...answers]);
    expect(asked(firmwareVersion, stray).heard).toEqual(['8 "1.00"', '8 done']);
  });

  test('one that comes behind the answer harms nobody', () => {
    const { heard } = asked(
      (queue) => concat(firmwareVersion(queue), deviceId(queue)),
      report({ at: [1], packet: Uint8Array.of(0x10, 0xf1, 1) }),
    );
    expect(heard.slice(1)).toEqual(['16 {"serial":"00000000","type":0}', '16 done']);
  });
});

describe('EEPROM and flash', () => {
  const filled = (panel: Panel) => panel.device.eeprom.bytes.set(counting(256));

  test('the whole EEPROM in 13 questions', () => {
    const { heard, sent } = asked((queue, panel) => {
      filled(panel);
      return readEeprom(queue);
    });
    expect([heard, sent]).toEqual([[`104 ${hex(counting(256))}`, '104 done'], 13]);
  });

  test('a part of it, and nothing of it', () => {
    const { heard, sent } = asked((queue, panel) => {
      filled(panel);
      return concat(readEeprom(queue, 250), readEeprom(queue, 18, 3), readEeprom(queue, 256));
    });
    expect(heard).toEqual(['8 fa fb fc fd fe ff', '16 12 13 14', '16 ', '16 done']);
    expect(sent).toBe(2);
  });

  test('the splash in the flash', () => {
    const { heard } = asked((queue) => readFlash(queue, 0, 34));
    expect(heard).toEqual([`16 00 00${' ff'.repeat(32)}`, '16 done']);
  });

  test('writing goes in pieces of 20, each verified, and copies the bytes', () => {
    const bytes = counting(45, 1);
    const scribbled = timer(1).pipe(
      tap(() => bytes.fill(0)),
      ignoreElements(),
    );
    const { heard, device, sent } = asked((queue) =>
      concat(merge(writeEeprom(queue, 10, bytes), scribbled), readEeprom(queue, 9, 3)),
    );
    expect([heard, sent]).toEqual([['32 ff 01 02', '32 done'], 4]);
    expect(hex(device.eeprom.bytes.subarray(9, 56))).toBe(`ff ${hex(counting(45, 1))} ff`);
  });

  test('other bytes stored than sent: protocol, and nothing after it is written', () => {
    const worn: Behaviour = (receive, device) => (packet) => {
      const reaction = receive(packet);
      (device as PicolcdDevice).eeprom.bytes[21] = 0;
      return { ...reaction, answers: reaction.answers!.map((answer) => answer.with(4 + 1, 0)) };
    };
    const { heard, device } = asked((queue) => writeEeprom(queue, 0, counting(45, 1)), worn);
    expect(heard).toEqual(['16 protocol: EEPROM: other bytes are stored at 0 than sent']);
    expect(device.eeprom.bytes[20]).toBe(0xff);
  });

  test('a late answer of an older read is not taken for the echo of a write', () => {
    const { heard, device } = asked(
      (queue) => concat(readEeprom(queue, 0, 4).pipe(catchError(() => EMPTY)), writeEeprom(queue, 0, counting(4, 1))),
      firstLate(),
    );
    expect(heard).toEqual(['2008 done']);
    expect(hex(device.eeprom.bytes.subarray(0, 5))).toBe('01 02 03 04 ff');
  });

  test.each<readonly [string, (queue: TransferQueue) => Observable<unknown>, string]>([
    ['reading', (queue) => readEeprom(queue, 250, 7), 'EEPROM: 256 bytes from address 0, not 7 from 250'],
    ['writing', (queue) => writeEeprom(queue, 256, counting(1)), 'EEPROM: 256 bytes from address 0, not 1 from 256'],
    ['flash', (queue) => readFlash(queue, -1, 1), 'flash: 7680 bytes from address 0, not 1 from -1'],
  ])('%s beyond the end sends nothing', (_, question, words) =>
    expect(asked(question)).toMatchObject({ heard: [`0 config: ${words}`], sent: 0 }),
  );

  test('what the panel refuses', () => {
    const { heard } = asked((queue) => readEeprom(queue, 0, 40), instead(0x10, 0xa3, 6));
    expect(heard).toEqual(['8 protocol: the panel refuses report 0xa3: the area crosses a section boundary']);
  });
});
