import type { TransferQueue } from '@lcdflow/core';
import type { Observable } from 'rxjs';
import { encodeContrast, encodeLight, encodeOutput } from './encode.ts';
import type { Module } from './modules.ts';
import { outputName } from './settings.ts';

type Control = (level: number) => Observable<unknown>;

/** The controls of a module by name. */
export function controlsOf({ kind, outputs }: Module, queue: TransferQueue): Readonly<Record<string, Control>> {
  const output =
    (number: number): Control =>
    (level) =>
      queue.send([encodeOutput(number, level >= 0.5, kind.numbered)]);
  return {
    [kind.light]: (level) => queue.send(encodeLight(level, kind.dimming)),
    ...(kind.contrast && { contrast: (level: number) => queue.send([encodeContrast(level)]) }),
    ...Object.fromEntries(
      Array.from({ length: outputs }, (_, index) => [outputName(index + 1), output(index + 1)] as const),
    ),
  };
}
