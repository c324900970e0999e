import type { DeviceEmulator, Display, Logger, Transport } from '@lcdflow/core';
import { type Behaviour, type EmulatedPanel, emulate, traced } from '@lcdflow/emulator';
import { catchError, EMPTY, ignoreElements, map, type Observable, switchMap } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { crystalfontz } from '../src/driver.ts';
import { crystalfontzEmulators } from '../src/emulator/index.ts';

type Options = Parameters<typeof crystalfontz.open>[0];

export interface Setting {
  readonly options?: Partial<Options>;
  /** The panel; that of the model when left out. */
  readonly emulator?: DeviceEmulator;
  readonly behaviours?: readonly Behaviour[];
  /** What lies between the driver and the panel. */
  readonly line?: (line: Transport) => Transport;
  /** For how long the display is open, in ms. */
  readonly ms?: number;
}

export interface Outcome {
  readonly panel: EmulatedPanel;
  readonly warnings: readonly string[];
  /** What went over the line, in words. */
  readonly wire: readonly string[];
  /** The same with its bytes. */
  readonly trace: string;
  /** Where the driver has connected to. */
  readonly address: unknown;
  /** The code of the error it ended with. */
  readonly error: unknown;
}

export const emulatorOf = (model: string): DeviceEmulator =>
  crystalfontzEmulators.find((emulator) => emulator.model === model)!;

/** Opens the driver on an emulated panel in virtual time and uses the display. */
export function onPanel(
  { options = {}, emulator = emulatorOf(options.model ?? 'CFA635'), behaviours = [], line, ms = 5_000 }: Setting,
  use: (display: Display, panel: EmulatedPanel) => Observable<unknown>,
): Outcome {
  const lines: string[] = [];
  const warnings: string[] = [];
  let panel!: EmulatedPanel;
  let error: unknown;
  let address: unknown;
  const log: Logger = { debug() {}, info() {}, warn: (words) => void warnings.push(words), error() {} };
  new TestScheduler(() => {}).run(({ expectObservable }) => {
    panel = emulate(emulator, { behaviours });
    const connect = (bus: string, given: object) => {
      address = { bus, ...given };
      return panel.connection.pipe(
        map((transport) => traced(transport, emulator, (words) => lines.push(words))),
        map((transport) => line?.(transport) ?? transport),
      );
    };
    const open = crystalfontz.open(
      { model: 'CFA635', backlight: '100%', leds: [], ...options },
      { connect, display: 'front', log },
    );
    const used = open.pipe(
      switchMap((display) => use(display, panel)),
      ignoreElements(),
      catchError((caught: { code?: unknown }) => {
        error = caught.code ?? caught;
        return EMPTY;
      }),
    );
    expectObservable(used, `${ms}ms !`);
  });
  const wire = lines.filter((text) => /^ *\d+\.\d{3} [<>!]/.test(text));
  return { panel, warnings, wire, trace: `${lines.join('\n')}\n`, address, error };
}
