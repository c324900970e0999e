import { checkConfig, formatProblem } from '@lcdflow/config';
import {
  type DeviceEmulator,
  defineSource,
  type Frame,
  type Plugin,
  type Program,
  type RunEvent,
  run,
} from '@lcdflow/core';
import { type Behaviour, emulate } from '@lcdflow/emulator';
import crystalfontz from '@lcdflow/plugin-crystalfontz';
import matrixOrbital from '@lcdflow/plugin-matrix-orbital';
import picolcd from '@lcdflow/plugin-picolcd';
import bar from '@lcdflow/widget-bar';
import clock from '@lcdflow/widget-clock';
import graph from '@lcdflow/widget-graph';
import text from '@lcdflow/widget-text';
import { asyncScheduler, defer, map, tap, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';

/** A USB panel and two on serial lines, each with a page of its own. All of them show the load. */
const CONFIG = `
displays:
  wide: { driver: picolcd, fps: 20, pages: [wide] }
  desk: { driver: crystalfontz, model: CFA635, fps: 5, pages: [narrow] }
  rack: { driver: matrix-orbital, model: LK204-25, fps: 2, pages: [tall] }
pages:
  wide:
    column:
      - row: [{ clock: 'HH:mm:ss' }, { text: 'beat {{ beat.value }} {{ beat.digit }}', align: right }]
      - graph: load.value
      - row: [{ text: 'load {{ fixed(load.value, 0) }}', size: 9ch }, { bar: load.value }]
        size: 1lines
  narrow:
    column:
      - text: 'desk'
      - bar: load.value
      - text: 'load {{ fixed(load.value, 0) }}'
        align: right
      - text: 'beat {{ beat.value }} {{ beat.digit }}'
        align: right
  tall:
    column:
      - row: [{ clock: 'HH:mm:ss' }, { text: 'rack', align: right }]
      - row: [{ text: 'load', size: 5ch }, { bar: load.value }]
      - text: '{{ fixed(load.value, 1) }}'
        align: center
      - text: 'beat {{ beat.value }} {{ beat.digit }}'
        align: right
`;

/** How often a source was subscribed to, and how often it was asked. */
export interface Polls {
  subscriptions: number;
  readings: number;
}

/** What came of a run. Everything is by the name of a display or of a source. */
export interface Ran {
  readonly polls: Readonly<Record<string, Polls>>;
  readonly glasses: Readonly<Record<string, Frame>>;
  /** Each packet that a device was offered: when, in ms, and its bytes. */
  readonly wires: Readonly<Record<string, readonly string[]>>;
  readonly events: readonly RunEvent[];
  readonly complaints: readonly string[];
}

/** When a line does not read, in ms of virtual time. */
export interface Stop {
  readonly display: string;
  readonly from: number;
  readonly to: number;
}

const EVERY = { load: 1_000, beat: 20 };
/** After each of the three paces this is another digit. */
const DIGITS = 9;
const NAMES = Object.keys(EVERY) as readonly (keyof typeof EVERY)[];

const NUMBER = { unit: '', range: [0, 100], meaning: 'A number' } as const;

const counting = (name: keyof typeof EVERY, polls: Polls) =>
  defineSource({
    name,
    meaning: 'Counts how often it is asked',
    options: { type: 'object', properties: {}, additionalProperties: false },
    describe: { value: NUMBER, digit: NUMBER },
    read: (_, { ticks }) =>
      defer(() => {
        polls.subscriptions += 1;
        return ticks(EVERY[name]).pipe(
          tap(() => (polls.readings += 1)),
          map((now) => now / EVERY[name]),
          map((turn) => (name === 'load' ? { value: turn * 7 + 2 } : { value: turn, digit: turn % DIGITS })),
        );
      }),
  });

const noted =
  (wire: string[]): Behaviour =>
  (receive) =>
  (packet) => {
    wire.push(`${asyncScheduler.now()}: ${Buffer.from(packet).toString('hex')}`);
    return receive(packet);
  };

/** Flow control: what is offered has to wait. */
const stopped =
  ({ from, to }: Stop): Behaviour =>
  (receive) =>
  (packet) => {
    const now = asyncScheduler.now();
    return now >= from && now < to ? { refused: to - now } : receive(packet);
  };

/** Runs the three panels for so many ms of virtual time; one line may stop reading meanwhile. */
export function ranFor(ms: number, stop?: Stop): Ran {
  const polls = Object.fromEntries(NAMES.map((name) => [name, { subscriptions: 0, readings: 0 }]));
  const sources = NAMES.map((name) => counting(name, polls[name]!));
  const panels = [picolcd, crystalfontz, matrixOrbital];
  const plugins = [...panels, bar, clock, graph, text, { name: 'counting', apiVersion: 1, sources } satisfies Plugin];
  const program = programOf(plugins);
  const emulators = panels.flatMap((plugin) => plugin.emulators ?? []);
  const ran = { polls, glasses: {} as Record<string, Frame>, wires: {} as Record<string, string[]> };
  const [events, complaints]: [RunEvent[], string[]] = [[], []];
  const complain = (message: string) => void complaints.push(message);
  const log = { debug() {}, info() {}, warn: complain, error: complain };
  new TestScheduler(() => undefined).run(({ flush }) => {
    const devices = program.displays.map(({ name, driver, model }) => {
      const wire: string[] = [];
      ran.wires[name] = wire;
      const behaviours = [...(stop?.display === name ? [stopped(stop)] : []), noted(wire)];
      return { name, panel: emulate(emulatorOf(emulators, driver.name, model.name), { behaviours }) };
    });
    const connect = (display: string) => devices.find(({ name }) => name === display)!.panel.connection;
    const context = ({ name }: { readonly name: string }) => ({ connect: () => connect(name), display: name, log });
    const running = run(program, { log, context }, { areas: true }).subscribe((event) => events.push(event));
    timer(ms).subscribe(() => {
      for (const { name, panel } of devices) ran.glasses[name] = panel.device.glass();
      running.unsubscribe();
    });
    flush();
  });
  return { ...ran, events, complaints };
}

function programOf(plugins: readonly Plugin[]): Program {
  const { program, problems } = checkConfig(CONFIG, 'side-by-side.yaml', plugins);
  if (program === undefined) throw new Error(problems.map(formatProblem).join('\n'));
  return program;
}

const emulatorOf = (emulators: readonly DeviceEmulator[], driver: string, model: string): DeviceEmulator =>
  emulators.find((emulator) => emulator.driver === driver && emulator.model === model)!;
