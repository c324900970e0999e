import { existsSync } from 'node:fs';
import { CONFIG_NAMES } from '@lcdflow/config';
import type { OptionsSchema, Program, ReadingDescription, Readings, Source, SourcePlan } from '@lcdflow/core';
import { describedReadings, displaySources, LcdError, sourceHub } from '@lcdflow/core';
import {
  defaultIfEmpty,
  forkJoin,
  map,
  merge,
  type Observable,
  of,
  switchMap,
  take,
  takeLast,
  takeUntil,
  tap,
  throwError,
  timer,
} from 'rxjs';
import { loaded, type Session } from '../session.ts';
import { table } from '../table.ts';

/** Long enough for rates, which need two polls, in ms. */
const WATCH = 700;
/** The most letters of a text. */
const LONGEST = 40;
/** How long one that says nothing is waited for, in ms. */
const PATIENCE = 3_000;

/**
 * Prints every reading of every source with its value now, its unit and range, and what it means, and why something is
 * missing: the sources of the config, or the built-in ones where there is none.
 */
export function sourcesCommand(session: Session, file: string | undefined): Observable<number> {
  const configured = loaded(session, file).pipe(map(({ program }) => sourcesOf(program)));
  const plans = file === undefined && !hasConfig() ? of(builtinSources(session)) : configured;
  return plans.pipe(
    switchMap((sources) => measured(sources, session)),
    tap((texts) => session.print(texts.join('\n'))),
    map(() => 0),
  );
}

/** Those that are named after displays, too: without values, for no display is opened. */
function sourcesOf({ sources, displays }: Program): readonly SourcePlan[] {
  const hidden = new Set(sources.map(({ name }) => name));
  return [...sources, ...displaySources(displays).plans.filter(({ name }) => !hidden.has(name))];
}

const hasConfig = (): boolean => CONFIG_NAMES.some((name) => existsSync(name));

/** Those that need options have none, and nothing is read. */
const builtinSources = ({ plugins }: Session): readonly SourcePlan[] =>
  plugins
    .flatMap((plugin) => plugin.sources ?? [])
    .map((source) => ({ name: source.name, source: readable(source), options: defaultsOf(source.options) }));

function readable(source: Source): Source {
  const needed = source.options.required ?? [];
  if (needed.length === 0) return source;
  const { describeFor: _, ...rest } = source;
  const reason = `needs ${needed.map((name) => `"${name}"`).join(' and ')}: name it under sources`;
  return { ...rest, read: () => throwError(() => new LcdError('config', reason)) };
}

const defaultsOf = ({ properties }: OptionsSchema): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, option]) => ('default' in option ? [[name, option.default]] : [])),
  );

const measured = (plans: readonly SourcePlan[], session: Session): Observable<readonly string[]> =>
  forkJoin(plans.map((plan) => measuredOne(plan, session)));

/** The newest readings after a while; one that takes long is waited for. */
function measuredOne(plan: SourcePlan, { log }: Session): Observable<string> {
  let missing: string | undefined;
  const warn = (message: string) => {
    missing = message;
  };
  const readings = sourceHub([plan], { ...log, warn }).readings(plan.name);
  return merge(readings.pipe(takeUntil(timer(WATCH))), readings.pipe(take(1), takeUntil(timer(PATIENCE)))).pipe(
    takeLast(1),
    defaultIfEmpty<Readings, Readings>({}),
    map((newest) => sourceText(plan, newest, missing)),
  );
}

function sourceText(plan: SourcePlan, readings: Readings, missing: string | undefined): string {
  const { name, source } = plan;
  const rows = Object.entries(describedReadings(plan)).map(([path, description]) => [
    ...[`  ${name}.${path.replaceAll('[]', '[0]')}`, valueText(valueAt(readings, path))],
    ...[description.unit, rangeText(description), description.meaning],
  ]);
  return `${name}: ${source.meaning}\n${missing === undefined ? '' : `  missing: ${missing}\n`}${table(rows)}`;
}

/** The value at a path such as `cores[].busy`; of a list the first one. */
function valueAt(readings: Readings, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => {
    const inner = (value as Record<string, unknown> | undefined)?.[step.replace('[]', '')];
    return step.endsWith('[]') ? (inner as unknown[] | undefined)?.[0] : inner;
  }, readings);
}

function valueText(value: unknown): string {
  if (value === undefined) return '-';
  if (typeof value === 'number' && !Number.isInteger(value)) return value.toFixed(2);
  const [line = '', ...more] = String(value).split('\n');
  return more.length > 0 || line.length > LONGEST ? `${line.slice(0, LONGEST)} …` : line;
}

function rangeText({ range }: ReadingDescription): string {
  return range ? `${range[0]} to ${range[1]}` : '';
}
