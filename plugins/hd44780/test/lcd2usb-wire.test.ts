import { emulate, traced } from '@lcdflow/emulator';
import { bytes, matchesGolden } from '@lcdflow/testkit';
import { concat, merge, tap, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { test } from 'vitest';
import { lcd2usbEmulator } from '../src/emulator/lcd2usb/index.ts';

/** What goes over the wire when a display of 40 x 4 is set up, drawn on and asked. */
const PACKETS = [
  '40 3a 0c 06 01 00 00 00',
  '40 60 c0 00 00 00 00 00',
  '40 68 ff 00 00 00 00 00',
  '40 38 48 00 00 00 00 00',
  '40 5b 04 0e 1f 04 00 00',
  '40 5b 04 04 00 00 00 00',
  '40 28 85 00 00 00 00 00',
  '40 4b 43 50 55 20 00 00',
  '40 49 01 21 00 00 00 00',
  '40 30 c0 00 00 00 00 00',
  '40 52 65 6e 64 00 00 00',
  'c0 80 00 00 00 00 02 00',
  'c0 90 00 00 00 00 02 00',
  'c0 88 00 00 00 00 02 00',
];

test('a conversation with the device, as traced', () => {
  const written: string[] = [];
  new TestScheduler(() => {}).run(({ expectObservable, flush }) => {
    const { transport, press } = emulate(lcd2usbEmulator('40x4'));
    const trace = traced(transport, { explain: lcd2usbEmulator('40x4').explain }, (line) => written.push(line));
    const key = timer(20).pipe(tap(() => press('up', true)));
    expectObservable(merge(trace.incoming, concat(...PACKETS.map((packet) => trace.submit(bytes(packet)))), key));
    flush();
  });
  matchesGolden(new URL('golden/lcd2usb-wire.txt', import.meta.url), `${written.join('\n')}\n`);
});
