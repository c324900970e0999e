import { type Display, type DisplayPlan, LcdError, type Program, type Readings } from '@lcdflow/core';
import {
  concat,
  defaultIfEmpty,
  defer,
  EMPTY,
  ignoreElements,
  interval,
  map,
  merge,
  NEVER,
  type Observable,
  of,
  switchMap,
  take,
  takeUntil,
  tap,
} from 'rxjs';
import { createHost } from '../host.ts';
import { type Loaded, loaded, type Session } from '../session.ts';
import { stopped } from '../stop.ts';
import { table } from '../table.ts';
import { type WriteLine, withTraceFile } from '../trace-file.ts';

export interface DeviceOptions {
  /** An emulated panel instead of an attached one. */
  readonly emulate?: boolean;
  /** Stops after so many ms. */
  readonly for?: number;
  /** Writes the wire to this file. */
  readonly trace?: string;
}

/** What can be asked of a display's device. */
export const QUESTIONS = ['info', 'readings'] as const;
export type Question = (typeof QUESTIONS)[number];

/**
 * Opens one display of a config and asks its device: for all it says of itself, or for what it measures, as it comes.
 * Emits the exit status, 1 if it was stopped before it had answered. Errors with `config` if there is no such display,
 * or if it measures nothing.
 */
export function deviceCommand(
  session: Session,
  name: string,
  question: Question,
  file: string | undefined,
  options: DeviceOptions,
): Observable<number> {
  const ask = { info: told, readings: measured }[question];
  const asked = ({ program, plugins }: Loaded, write: WriteLine | undefined): Observable<number> => {
    const plan = displayNamed(program, name);
    const host = createHost({ ...options, plugins, log: session.log, trace: write, watch: () => NEVER });
    const display = defer(() => plan.driver.open(plan.options as never, host.context(plan)));
    return ask(session, plan, display, stopped(options.for));
  };
  return loaded(session, file).pipe(
    switchMap((config) => withTraceFile(options.trace, (write) => asked(config, write))),
    take(1),
  );
}

function displayNamed({ displays }: Program, name: string): DisplayPlan {
  const plan = displays.find((display) => display.name === name);
  if (plan) return plan;
  const names = displays.map((display) => display.name).join(', ');
  throw new LcdError('config', `the name of a display is expected, ${names}, not "${name}"`);
}

type Ask = (
  session: Session,
  plan: DisplayPlan,
  display: Observable<Display>,
  stop: Observable<unknown>,
) => Observable<number>;

/** A display on no bus has no device that could be asked; opening it would show it. */
const told: Ask = ({ print, log }, { name, driver, model }, display, stop) => {
  const nothing = of<Readonly<Record<string, string>>>({});
  const info = driver.bus === undefined ? nothing : display.pipe(switchMap((open) => open.info ?? nothing));
  return info.pipe(
    take(1),
    takeUntil(stop),
    map((answers) => {
      const rows = Object.entries({ driver: driver.name, model: model.name, ...answers });
      print(table(rows.flatMap(([what, answer]) => rowsOf(what, answer))));
      if (rows.length === 2) log.info(`${name}: a ${driver.name} ${model.name} has nothing to tell of itself`);
      return 0;
    }),
    defaultIfEmpty(1),
  );
};

/** An answer may have several lines: what it answers stands before the first. */
const rowsOf = (what: string, answer: string): readonly (readonly string[])[] =>
  answer.split('\n').map((line, index) => [index === 0 ? what : '', line]);

/** A device that is made of code and sends nothing does not keep the process alive. */
const AWAKE = interval(3_600_000).pipe(ignoreElements());

const measured: Ask = ({ print }, plan, display, stop) => {
  const { name, driver, model } = plan;
  if (model.readings === undefined)
    throw new LcdError('config', `${name}: a ${driver.name} ${model.name} measures nothing`);
  const lines = merge(display, AWAKE).pipe(
    switchMap((open) => open.readings ?? EMPTY),
    tap((readings) => print(readingsText(plan, readings))),
    takeUntil(stop),
    ignoreElements(),
  );
  return concat(lines, of(0));
};

/** A line for each reading, called as expressions call it. */
function readingsText({ name, model }: DisplayPlan, readings: Readings): string {
  const lines = Object.entries(readings).map(([path, value]) => {
    const unit = model.readings?.[path]?.unit ?? '';
    return `${name}.${path} ${Array.isArray(value) ? value.join(' ') : value} ${unit}`.trimEnd();
  });
  return lines.map((line) => `${line}\n`).join('');
}
