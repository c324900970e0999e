import { blankFrame, type EmulatedDevice } from '@lcdflow/core';
import { concat, EMPTY, ignoreElements, merge, mergeMap, tap, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import { emulate } from './emulate.ts';
import { traced } from './traced.ts';

const echo = (): EmulatedDevice => ({
  receive: ([id]) => (id === 0xf1 ? { answers: [Uint8Array.of(0xf1, 0, 1)] } : {}),
  press: () => [Uint8Array.of(0x11, 5, 0)],
  glass: () => blankFrame({ width: 1, height: 1 }),
  controls: () => ({}),
});
const explain = ([id]: Uint8Array, direction: 'out' | 'in'): string => `${id!.toString(16)} ${direction}`;

const GOLDEN = `
   0.008 > 96 out
           0000  96 08 02 00 00 bb 00 00 4e 00 00 0c ff 01 01 f9
           0010  f9 79 39 19 09 01 01 01
   0.016 > f1 out
           0000  f1
   0.016 < f1 in
           0000  f1 00 01
   0.020 < 11 in
           0000  11 05 00
   0.024 > 0 out
           0000  * to 0017
   1.500 ! 92 out: the emulated device was unplugged
`;

test('writes down what goes and comes, with times, words and bytes', () => {
  const lines: string[] = [];
  new TestScheduler(() => {}).run(({ expectObservable, flush }) => {
    const { transport, press, unplug } = emulate({ interval: 8, powerUp: echo });
    const trace = traced(transport, { explain }, (line) => lines.push(line));
    const tile = '96 08 02 00 00 bb 00 00 4e 00 00 0c ff 01 01 f9 f9 79 39 19 09 01 01 01'.split(' ');
    const packets = [
      Uint8Array.from(tile, (byte) => Number.parseInt(byte, 16)),
      Uint8Array.of(0xf1),
      new Uint8Array(24),
    ];
    const late = timer(1499).pipe(
      mergeMap(() => merge(trace.submit(Uint8Array.of(0x92)), timer(1).pipe(tap(unplug), ignoreElements()))),
    );
    // Two listeners: the trace still names each packet once.
    expectObservable(merge(trace.incoming, trace.incoming));
    expectObservable(concat(...packets.map((packet) => trace.submit(packet))));
    expectObservable(
      timer(20).pipe(
        tap(() => press('up', true)),
        mergeMap(() => EMPTY),
      ),
    );
    expectObservable(late);
    flush();
  });
  expect(`\n${lines.join('\n')}\n`).toBe(GOLDEN);
});

test('writes the bytes that went, not those that were submitted', () => {
  const lines: string[] = [];
  new TestScheduler(() => {}).run(({ expectObservable, flush }) => {
    const { transport } = emulate({ interval: 8, powerUp: echo });
    const { submit } = traced(transport, { explain, now: () => 0 }, (line) => lines.push(line));
    const buffer = Uint8Array.of(1);
    expectObservable(submit(buffer));
    expectObservable(timer(5).pipe(tap(() => buffer.set([2]))));
    flush();
  });
  expect(lines).toEqual(['   0.000 > 2 out', '           0000  02']);
});
