import type { Transport } from '@lcdflow/core';
import type { Behaviour, BusReaction } from '@lcdflow/emulator';
import { concatMap, delay, type Observable, of } from 'rxjs';

/** What some packets meet on the line, by their number from 1. */
const meets =
  (at: readonly number[], fault: (reaction: () => BusReaction) => BusReaction): Behaviour =>
  (receive) => {
    let count = 0;
    return (packet) => {
      count += 1;
      return at.includes(count) ? fault(() => receive(packet)) : receive(packet);
    };
  };

const changed = (at: readonly number[], change: (answers: readonly Uint8Array[]) => readonly Uint8Array[]): Behaviour =>
  meets(at, (reaction) => {
    const taken = reaction();
    return { ...taken, answers: change(taken.answers ?? []) };
  });

/** They never arrive. */
export const lost = (...at: readonly number[]): Behaviour => meets(at, () => ({}));

/** They arrive, but what the panel answers does not. */
export const answerLost = (...at: readonly number[]): Behaviour => changed(at, () => []);

/** A bit of the packet with a number falls over on the way to the panel. */
export const garbled = (at: number, bit: number): Behaviour => {
  let count = 0;
  return (receive) => (packet) => {
    count += 1;
    return receive(count === at ? flipped(packet, bit) : packet);
  };
};

/** A bit of the answer to the packet with a number falls over. */
export const answerFlipped = (at: number, bit: number): Behaviour =>
  changed([at], (answers) => answers.map((answer) => flipped(answer, bit)));

const flipped = (packet: Uint8Array, bit: number): Uint8Array =>
  packet.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

/** Bytes that nobody has sent come before the answer. */
export const noiseBefore = (noise: readonly number[], ...at: readonly number[]): Behaviour =>
  changed(at, (answers) => [Uint8Array.from(noise), ...answers]);

/** The same line on which what comes has a delay in ms, by its number from 1; what comes later waits for it. */
export function delayed(line: Transport, delays: Readonly<Record<number, number>>): Transport {
  let count = 0;
  const incoming: Observable<Uint8Array> = line.incoming.pipe(
    concatMap((packet) => {
      count += 1;
      const ms = delays[count] ?? 0;
      return ms === 0 ? of(packet) : of(packet).pipe(delay(ms));
    }),
  );
  return { submit: (packet) => line.submit(packet), incoming };
}
