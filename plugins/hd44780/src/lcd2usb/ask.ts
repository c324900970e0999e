import type { TransferQueue } from '@lcdflow/core';
import { forkJoin, map, type Observable } from 'rxjs';
import { decodeAnswer } from '../decode.ts';
import { encodeQuestion, GET } from './requests.ts';

/** Longer than the bus gives a packet, in ms: it is the bus that says what has gone wrong. */
const WITHIN = 3_000;

/** Asks for two bytes. */
export const ask = (queue: TransferQueue, what: keyof typeof GET): Observable<readonly [number, number]> =>
  queue.request(encodeQuestion(what), (packet) => decodeAnswer(packet, GET[what]), WITHIN);

const CONTROLLERS = ['none', 'the first', 'the second', 'both'];

/** All that a device says of itself. */
export const deviceInfo = (queue: TransferQueue): Observable<Readonly<Record<string, string>>> =>
  forkJoin({
    firmware: ask(queue, 'version').pipe(map(([major, minor]) => `${major}.${String(minor).padStart(2, '0')}`)),
    controllers: ask(queue, 'controllers').pipe(map(([bits]) => CONTROLLERS[bits & 3]!)),
  });
