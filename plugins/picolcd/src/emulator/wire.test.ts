import { emulate, traced } from '@lcdflow/emulator';
import { bytes } from '@lcdflow/testkit';
import { concat, ignoreElements, merge, mergeMap, tap, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import { picolcd256x64Emulator, picolcd256x64EmulatorWith } from './index.ts';

const GOLDEN = `
   0.008 > 94 chip 0: display on, start line 0
           0000  94 00 02 00 64 3f 00 64 c0
   0.016 > 91 backlight 80 %
           0000  91 cc
   0.020 < 11 keys: up
           0000  11 05 00
   0.024 > 96 chip 2: page 3, column 14; 12 data bytes
           0000  96 08 02 00 00 bb 00 00 4e 00 00 0c ff 01 01 f9
           0010  f9 79 39 19 09 01 01 01
   0.032 > 95 faulty: bad data length
           0000  95 01 00 00 00
   0.032 < 10 error in 95: bad data length
           0000  10 95 08 00 00 00 00 00 00 00 00 00 00 00 00 00
           0010  00
   0.040 > f1 version?
           0000  f1 00
   0.040 < f1 version 1.00
           0000  f1 00 01
`;

test('a conversation with the device, as traced', () => {
  const lines: string[] = [];
  new TestScheduler(() => {}).run(({ expectObservable, flush }) => {
    const { transport, press } = emulate(picolcd256x64Emulator);
    const trace = traced(transport, { explain: picolcd256x64Emulator.explain }, (line) => lines.push(line));
    const packets = [
      '94 00 02 00 64 3f 00 64 c0',
      '91 cc',
      '96 08 02 00 00 bb 00 00 4e 00 00 0c ff 01 01 f9 f9 79 39 19 09 01 01 01',
      '95 01 00 00 00',
      'f1 00',
    ];
    const key = timer(20).pipe(
      tap(() => press('up', true)),
      ignoreElements(),
    );
    expectObservable(merge(trace.incoming, concat(...packets.map((packet) => trace.submit(bytes(packet)))), key));
    flush();
  });
  expect(`\n${lines.join('\n')}\n`).toBe(GOLDEN);
});

test('a full frame of 64 packets takes 512 ms', () => {
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(({ expectObservable }) => {
    const { transport } = emulate(picolcd256x64Emulator);
    const packets = Array.from({ length: 64 }, (_, index) =>
      Uint8Array.of(0x95, ((index & 3) << 2) | 1, 0, 0, 1, 0xff),
    );
    const frame = timer(0).pipe(
      mergeMap(() => merge(...packets.map((packet) => transport.submit(packet)))),
      ignoreElements(),
    );
    expectObservable(frame).toBe('512ms |');
  });
});

test('delays in ms make the bus wait', () => {
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(({ expectObservable }) => {
    const { transport } = emulate(picolcd256x64EmulatorWith({ delayUnit: 1 }));
    const init = bytes('94 00 02 00 64 3f 00 64 c0');
    expectObservable(merge(transport.submit(init), transport.submit(init)).pipe(ignoreElements())).toBe('208ms |');
  });
});
