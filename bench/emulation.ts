import { checkConfig, formatProblem } from '@lcdflow/config';
import { definePlugin, defineSource, type Plugin, type Rect, type RunEvent, run } from '@lcdflow/core';
import { type BusCounters, type EmulatedPanel, emulate } from '@lcdflow/emulator';
import picolcd, { picolcd256x64Emulator } from '@lcdflow/plugin-picolcd';
import png from '@lcdflow/plugin-png';
import bar from '@lcdflow/widget-bar';
import clock from '@lcdflow/widget-clock';
import graph from '@lcdflow/widget-graph';
import text from '@lcdflow/widget-text';
import { asyncScheduler, defer, map, type Observable, tap } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { log } from './log.ts';

/** Numbers that differ every time, and are the same in every run. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A source whose reading changes at each poll: the worst a display can be asked to show. */
const restless = (name: string, every: number, most: number) =>
  defineSource({
    name,
    meaning: 'Changes all the time',
    options: { type: 'object', properties: {}, additionalProperties: false },
    describe: { value: { unit: '', range: [0, most], meaning: 'A number' } },
    read: (_, { ticks }) =>
      defer(() => {
        const next = noise(every);
        return ticks(every).pipe(map(() => ({ value: next() * most })));
      }),
  });

const sources = definePlugin({
  name: 'restless',
  apiVersion: 1,
  sources: [restless('load', 1_000, 4), restless('level', 500, 100)],
});
export const PLUGINS: readonly Plugin[] = [picolcd, png, bar, clock, graph, text, sources];

/** What happened on the bus of an emulated panel. */
export interface BusEvent {
  /** Virtual time in ms. */
  readonly at: number;
  readonly kind: 'submitted' | 'done';
  readonly area?: Rect;
}

export interface Emulation {
  readonly panel: EmulatedPanel;
  readonly events: readonly BusEvent[];
  readonly counters: BusCounters;
}

/** The program of a config. */
export function programOf(config: string) {
  const { program, problems } = checkConfig(config, 'bench.yaml', PLUGINS);
  if (program === undefined) throw new Error(problems.map(formatProblem).join('\n'));
  return program;
}

/** Runs a config on an emulated panel for so many ms of virtual time. */
export function emulated(
  config: string,
  ms: number,
  meanwhile?: (panel: EmulatedPanel) => Observable<unknown>,
): Emulation {
  const events: BusEvent[] = [];
  let panel!: EmulatedPanel;
  new TestScheduler(() => undefined).run(({ expectObservable }) => {
    panel = emulate(picolcd256x64Emulator);
    const transport = {
      ...panel.transport,
      submit: (packet: Uint8Array) =>
        defer(() => {
          events.push({ at: asyncScheduler.now(), kind: 'submitted' });
          return panel.transport
            .submit(packet)
            .pipe(tap(() => events.push({ at: asyncScheduler.now(), kind: 'done' })));
        }),
    };
    const connect = () => panel.connection.pipe(map(() => transport));
    const running: Observable<RunEvent> = run(programOf(config), {
      log,
      context: () => ({ connect, display: 'front', log }),
    });
    expectObservable(running, `${ms}ms !`);
    if (meanwhile) expectObservable(meanwhile(panel), `${ms}ms !`);
  });
  return { panel, events, counters: panel.counters() };
}
