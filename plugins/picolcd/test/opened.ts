import type { Display, EmulatedDevice, OptionsOf } from '@lcdflow/core';
import { type Behaviour, type EmulatedPanel, emulate, traced } from '@lcdflow/emulator';
import { ignoreElements, map, type Observable, switchMap } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { expect } from 'vitest';
import { picolcd } from '../src/driver.ts';
import type { PicolcdEmulator } from '../src/emulator/index.ts';

export type Options = OptionsOf<typeof picolcd.options>;

export const OPTIONS: Options = { model: '256x64', backlight: '100%', leds: [], columns: 'any', marks: 'negative' };

/** What is done with an open display. */
export type Use<D extends EmulatedDevice> = (display: Display, panel: EmulatedPanel<D>) => Observable<unknown>;

export interface Opened<D extends EmulatedDevice> {
  readonly panel: EmulatedPanel<D>;
  readonly warnings: readonly string[];
  /** What went over the wire. */
  readonly trace: readonly string[];
}

/** Opens the driver on an emulated panel in virtual time and uses the display for so many ms. */
export function opened<D extends EmulatedDevice>(
  emulator: PicolcdEmulator<D>,
  ms: number,
  use: Use<D>,
  options: Partial<Options> = {},
  behaviours: readonly Behaviour[] = [],
): Opened<D> {
  const warnings: string[] = [];
  const trace: string[] = [];
  const log = { debug() {}, info() {}, warn: (line: string) => void warnings.push(line), error() {} };
  let panel!: EmulatedPanel<D>;
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(({ expectObservable }) => {
    panel = emulate(emulator, { behaviours });
    const connection = panel.connection.pipe(
      map((transport) => traced(transport, emulator, (line) => void trace.push(line))),
    );
    const display = picolcd.open(
      { ...OPTIONS, model: emulator.model as Options['model'], ...options },
      { connect: () => connection, display: 'front', log },
    );
    const used = display.pipe(
      switchMap((open) => use(open, panel)),
      ignoreElements(),
    );
    expectObservable(used, `${ms}ms !`).toBe('');
  });
  return { panel, warnings, trace };
}
