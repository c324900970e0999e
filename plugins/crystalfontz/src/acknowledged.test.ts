import { type Transport, transferQueue } from '@lcdflow/core';
import { type Behaviour, completeLate, emulate, traced, unplug } from '@lcdflow/emulator';
import {
  catchError,
  concat,
  defer,
  EMPTY,
  ignoreElements,
  merge,
  type Observable,
  of,
  Subject,
  takeUntil,
  tap,
  throwError,
  timer,
} from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, test } from 'vitest';
import { answerFlipped, answerLost, delayed, garbled, lost, noiseBefore } from '../test/faults.ts';
import { emulatorOf } from '../test/on-panel.ts';
import { acknowledged } from './acknowledged.ts';
import { encodeContrast, encodeText } from './encode.ts';
import { framed } from './framed.ts';

const text = (letter: string): Uint8Array => encodeText({ x: 0, y: 0 }, Uint8Array.of(letter.charCodeAt(0)));
const A = text('A');
const B = text('B');

interface Setting {
  readonly behaviours?: readonly Behaviour[];
  /** Delays in ms of what the panel answers, by its number. */
  readonly delays?: Readonly<Record<number, number>>;
  readonly ms?: number;
  /** When the asker of the first packet leaves, in ms. */
  readonly leaves?: number;
}

/** Sends packets to a CFA635, one after the other: what went over the line, and when each was done. */
function sending(packets: readonly Uint8Array[], { behaviours = [], delays = {}, ms = 3_000, leaves }: Setting = {}) {
  const lines: string[] = [];
  let [skipped, retries] = [0, 0];
  const scheduler = new TestScheduler(() => {});
  const seconds = () => (scheduler.now() / 1_000).toFixed(3);
  scheduler.run(({ expectObservable }) => {
    const emulator = emulatorOf('CFA635');
    const { transport } = emulate(emulator, { behaviours });
    const line = delayed(transport, delays);
    const trace = traced(line, emulator, (words) => / [<>!] /.test(words) && lines.push(words.trim()));
    const framedLine = framed(trace, (bytes) => {
      skipped += bytes;
    });
    const queue = transferQueue(
      acknowledged(framedLine, () => {
        retries += 1;
      }),
    );
    const done = (name: number): Observable<never> =>
      queue.send([packets[name]!]).pipe(
        tap({ complete: () => lines.push(`${seconds()} = ${'AB'[name]} done`) }),
        name === 0 && leaves !== undefined ? takeUntil(timer(leaves)) : (same) => same,
        catchError(({ code }) => {
          lines.push(`${seconds()} = ${'AB'[name]} ${code}`);
          return EMPTY;
        }),
        ignoreElements(),
      );
    const all = packets.map((_, name) => done(name));
    const pump = queue.completions.pipe(catchError(() => EMPTY));
    const asked = leaves === undefined ? concat(...all) : merge(...all);
    expectObservable(merge(framedLine.incoming.pipe(catchError(() => EMPTY)), pump, asked), `${ms}ms !`);
  });
  return { lines, skipped, retries };
}

test('a command has gone when it is answered', () => {
  expect(sending([A, B], { delays: { 1: 16, 2: 16 } })).toEqual({
    lines: [
      '0.001 > 1f text at 0,0: "A"',
      '0.017 < 5f answer: command 31',
      '0.017 = A done',
      '0.018 > 1f text at 0,0: "B"',
      '0.034 < 5f answer: command 31',
      '0.034 = B done',
    ],
    skipped: 0,
    retries: 0,
  });
});

describe('what gets lost is sent again', () => {
  const again = [
    '0.001 > 1f text at 0,0: "A"',
    '0.252 > 00 ping of 16 bytes',
    '0.252 < 40 answer: ping of 16 bytes',
    '0.254 > 1f text at 0,0: "A"',
    '0.254 < 5f answer: command 31',
    '0.254 = A done',
  ];

  test('a command', () => {
    expect(sending([A], { behaviours: [lost(1)] })).toEqual({ lines: again, skipped: 0, retries: 1 });
  });

  test('an answer', () => {
    expect(sending([A], { behaviours: [answerLost(1)] })).toEqual({ lines: again, skipped: 0, retries: 1 });
  });

  test('an answer with a wrong CRC', () => {
    const { lines, skipped } = sending([A], { behaviours: [answerFlipped(1, 20)] });
    expect(lines).toEqual([again[0], '0.001 < wrong CRC: 4 bytes', ...again.slice(1)]);
    expect(skipped).toBe(4);
  });

  test('the ping between them, too', () => {
    const { lines, retries } = sending([A], { behaviours: [lost(1, 2), answerLost(1)] });
    expect(lines.map((line) => line.slice(6))).toEqual([
      '> 1f text at 0,0: "A"',
      '> 00 ping of 16 bytes',
      '> 00 ping of 16 bytes',
      '> 00 ping of 16 bytes',
      '< 40 answer: ping of 16 bytes',
      '> 1f text at 0,0: "A"',
      '< 5f answer: command 31',
      '= A done',
    ]);
    expect(retries).toBe(3);
  });
});

describe('an answer that is late', () => {
  test('is taken, and nothing is sent again', () => {
    expect(sending([A, B], { delays: { 1: 300 } }).lines).toEqual([
      '0.001 > 1f text at 0,0: "A"',
      '0.252 > 00 ping of 16 bytes',
      '0.301 < 5f answer: command 31',
      '0.301 < 40 answer: ping of 16 bytes',
      '0.301 = A done',
      '0.302 > 1f text at 0,0: "B"',
      '0.302 < 5f answer: command 31',
      '0.302 = B done',
    ]);
  });

  test('is not taken for that of the next command, even if that is of the same kind and lost', () => {
    // The answer to A comes when it and two pings have been given up.
    const { lines } = sending([A, B], { delays: { 1: 800 }, behaviours: [lost(5)] });
    expect(lines.filter((line) => !line.includes('ping'))).toEqual([
      '0.001 > 1f text at 0,0: "A"',
      '0.801 < 5f answer: command 31',
      '0.801 = A done',
      '0.802 > 1f text at 0,0: "B"',
      '1.055 > 1f text at 0,0: "B"',
      '1.055 < 5f answer: command 31',
      '1.055 = B done',
    ]);
  });

  test('is told from an older one by the number of the ping between them', () => {
    const { lines } = sending([A, B], { delays: { 1: 400, 2: 300 }, behaviours: [lost(1, 6)] });
    const texts = lines.filter((line) => line.includes('text')).map((line) => line.at(-2));
    expect(texts).toEqual(['A', 'A', 'B', 'B']);
    expect(lines.at(-1)).toMatch(/= B done$/);
  });

  test('of a command whose asker has left still holds back the next', () => {
    const { lines } = sending([A, B], { delays: { 1: 200 }, leaves: 50 });
    expect(lines).toEqual([
      '0.001 > 1f text at 0,0: "A"',
      '0.201 < 5f answer: command 31',
      '0.202 > 1f text at 0,0: "B"',
      '0.202 < 5f answer: command 31',
      '0.202 = B done',
    ]);
  });
});

test('an answer before the line has told that the command is gone is one', () => {
  expect(sending([A], { behaviours: [completeLate({ at: [1], ms: 40 })] }).lines).toEqual([
    '0.001 < 5f answer: command 31',
    '0.041 > 1f text at 0,0: "A"',
    '0.041 = A done',
  ]);
});

test('a refusal is an answer', () => {
  expect(sending([encodeText({ x: 20, y: 9 }, Uint8Array.of(65)), B]).lines).toEqual([
    '0.001 > 1f text at 20,9: "A"',
    '0.001 < df refused: command 31',
    '0.001 = A done',
    '0.002 > 1f text at 0,0: "B"',
    '0.002 < 5f answer: command 31',
    '0.002 = B done',
  ]);
});

test('the answer to another command is none', () => {
  const stray = Array.from(encodeContrast(0, 1), (byte, index) => (index === 0 ? byte | 0x40 : byte));
  const { lines } = sending([A], { behaviours: [lost(1), noiseBefore(stray, 2)] });
  expect(lines.at(-1)).toBe('0.254 = A done');
});

test.each([
  ['noise', [0xff, 0x00, 0x31]],
  ['what looks like the begin of a long packet', [0x5f, 0x16, 0x41]],
])('%s before an answer does not cost the answer', (_, noise) => {
  const { lines, skipped, retries } = sending([A], { behaviours: [noiseBefore(noise, 1)] });
  expect(lines.at(-1)).toMatch(/^0\.0[06]\d = A done$/);
  expect([skipped, retries]).toEqual([3, 0]);
});

describe('whichever bit falls over on the way', () => {
  const row = encodeText(
    { x: 0, y: 2 },
    Uint8Array.from({ length: 20 }, (_, index) => index),
  );

  test('to the panel: the packet arrives in the end', () => {
    for (let bit = 0; bit < row.length * 8; bit++) {
      const { lines } = sending([row, B], { behaviours: [garbled(1, bit)] });
      expect([bit, ...lines.filter((line) => / = /.test(line))]).toEqual([
        bit,
        expect.stringMatching(/^0\.[2-9]\d\d = A done$/),
        expect.stringMatching(/= B done$/),
      ]);
    }
  });

  test('from the panel: the answer arrives in the end', () => {
    for (let bit = 0; bit < 4 * 8; bit++) {
      const { lines } = sending([row, B], { behaviours: [answerFlipped(1, bit)] });
      expect([bit, ...lines.filter((line) => / = /.test(line))]).toEqual([
        bit,
        expect.stringMatching(/^0\.[2-9]\d\d = A done$/),
        expect.stringMatching(/= B done$/),
      ]);
    }
  });
});

describe('when nothing helps', () => {
  test('a panel that is silent is given up after four times 250 ms', () => {
    const { lines, retries } = sending([A, B], { behaviours: [() => () => ({})] });
    expect(lines).toEqual([
      '0.001 > 1f text at 0,0: "A"',
      '0.252 > 00 ping of 16 bytes',
      '0.503 > 00 ping of 16 bytes',
      '0.754 > 00 ping of 16 bytes',
      '1.004 = A timeout',
      '1.004 = B timeout',
    ]);
    expect(retries).toBe(3);
  });

  test('a panel that answers all but this command is given up when it was sent four times', () => {
    const deaf: Behaviour = (receive) => (packet) => (packet[0] === 0x1f ? {} : receive(packet));
    const { lines } = sending([A], { behaviours: [deaf] });
    expect(lines.filter((line) => line.includes('text'))).toHaveLength(4);
    expect(lines.at(-1)).toMatch(/^1\.0\d\d = A timeout$/);
  });

  test('a panel that is unplugged fails at once', () => {
    const { lines, retries } = sending([A], { behaviours: [unplug({ at: [1] })] });
    expect([lines.at(-1), retries]).toEqual(['0.001 = A disconnected', 0]);
  });
});

describe('one packet', () => {
  const gone = { packet: A, bytes: A.length };
  const sentOn = (line: Transport) => {
    const told: unknown[] = [];
    acknowledged(line, () => told.push('again'))
      .submit(A)
      .subscribe({ next: (value) => told.push(value), error: (error) => told.push(error) });
    return told;
  };

  test('is listened for before it is sent', () => {
    const incoming = new Subject<Uint8Array>();
    const submit = () =>
      defer(() => {
        incoming.next(Uint8Array.of(0x5f, 0, 0, 0));
        return of(gone);
      });
    expect(sentOn({ incoming, submit })).toEqual([gone]);
  });

  test('is not sent on a line that is gone', () => {
    let sent = 0;
    const submit = () => defer(() => of({ ...gone, bytes: ++sent }));
    expect(sentOn({ incoming: throwError(() => 'gone'), submit })).toEqual(['gone']);
    expect(sent).toBe(0);
  });
});
