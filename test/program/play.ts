import type { LoadedConfig } from '@lcdflow/config';
import { type DisplayPlan, type Frame, type Logger, messageOf, type RunEvent, run } from '@lcdflow/core';
import type { EmulatedPanel } from '@lcdflow/emulator';
import { VirtualScheduler } from '@lcdflow/testkit';
import { NEVER, timer } from 'rxjs';
import { createHost, emulatorOf } from '../../packages/cli/src/host.ts';
import { type Sheet, sheetOf } from '../../packages/cli/src/sheet.ts';
import type { Script, ScriptEvent } from './script.ts';
import type { World } from './world.ts';

/** What a display showed at one moment. */
export interface Shot {
  /** In ms. */
  readonly at: number;
  readonly plan: DisplayPlan;
  /** Of an emulated panel its glass, otherwise what the display was given. */
  readonly frame: Frame;
  /** The panel; `undefined` for a display without an emulated device. */
  readonly panel?: EmulatedPanel;
}

/** What happened while a program ran. */
export interface Played {
  readonly shots: readonly Shot[];
  /** The wire in words and hexdump. */
  readonly wire: readonly string[];
  readonly log: readonly string[];
  readonly events: readonly RunEvent[];
}

/** How long a finger stays on a key, in ms. */
const PRESS = 100;

/** Runs a program on emulated devices in virtual time, which begins in 1970. Everything is over when it returns. */
export function play(loaded: Pick<LoadedConfig, 'program' | 'plugins'>, script: Script, world: World): Played {
  const scheduler = new VirtualScheduler();
  return scheduler.run(() => {
    const stage = new Stage(loaded, world, () => scheduler.now());
    for (const event of script.events) timer(event.at).subscribe(() => stage.act(event));
    for (const at of script.shots) timer(at).subscribe(() => stage.shoot());
    timer(script.shots.at(-1)!).subscribe(() => stage.end());
    scheduler.flush();
    return stage;
  });
}

class Stage implements Played {
  readonly shots: Shot[] = [];
  readonly wire: string[] = [];
  readonly log: string[] = [];
  readonly events: RunEvent[] = [];
  readonly #plans: readonly DisplayPlan[];
  readonly #world: World;
  readonly #panels = new Map<string, EmulatedPanel>();
  readonly #sheets: ReadonlyMap<string, Sheet>;
  readonly #now: () => number;
  readonly end: () => void;

  constructor({ program, plugins }: Pick<LoadedConfig, 'program' | 'plugins'>, world: World, now: () => number) {
    this.#plans = program.displays;
    this.#world = world;
    this.#now = now;
    const unemulated = program.displays.filter((plan) => !emulatorOf(plan, plugins));
    this.#sheets = new Map(unemulated.map((plan) => [plan.name, sheetOf(plan)]));
    const displays = program.displays.map((plan) => this.#sheets.get(plan.name)?.plan ?? plan);
    const host = createHost({
      plugins,
      log: this.#logger(),
      emulate: true,
      trace: (line) => this.wire.push(line),
      watch: ({ name }, panel) => {
        this.#panels.set(name, panel);
        return NEVER;
      },
    });
    const running = run({ ...program, displays }, host, { areas: true }).subscribe({
      next: (event) => this.events.push(event),
      error: (error: unknown) => this.log.push(`run must not fail: ${messageOf(error)}`),
    });
    this.end = () => running.unsubscribe();
  }

  shoot(): void {
    for (const plan of this.#plans) {
      const panel = this.#panels.get(plan.name);
      const frame = panel?.device.glass() ?? this.#sheets.get(plan.name)?.frame;
      if (frame) this.shots.push({ at: this.#now(), plan, ...(panel && { panel }), frame: copyOf(frame) });
    }
  }

  act({ kind, what }: ScriptEvent): void {
    if (kind === 'machine') this.#world.machine.becomes(what);
    if (kind === 'unplug') this.#panel(what).unplug();
    if (kind === 'press') this.#press(what);
  }

  #press(what: string): void {
    const [, display = this.#plans[0]!.name, key = ''] = /^(?:([^.]+)\.)?(.+)$/.exec(what)!;
    const panel = this.#panel(display);
    panel.press(key, true);
    timer(PRESS).subscribe(() => panel.press(key, false));
  }

  #panel(name: string): EmulatedPanel {
    const panel = this.#panels.get(name);
    if (panel) return panel;
    throw new Error(`the script wants an emulated panel "${name}"; there are: ${[...this.#panels.keys()].join(', ')}`);
  }

  #logger(): Logger {
    const at = (level: string) => (message: string) => {
      this.log.push(`${this.#now()} ms ${level}: ${message}`);
    };
    return { debug: () => {}, info: at('info'), warn: at('warn'), error: at('error') };
  }
}

const copyOf = (frame: Frame): Frame => ({ ...frame, cells: Uint32Array.from(frame.cells) });
