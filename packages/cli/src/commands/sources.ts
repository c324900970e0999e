import { existsSync } from 'node:fs';
import { CONFIG_NAMES } from '@lcdflow/config';
import type { OptionsSchema, Program, ReadingDescription, Readings, SourcePlan } from '@lcdflow/core';
import { displaySources, sourceHub } from '@lcdflow/core';
import { defaultIfEmpty, forkJoin, map, type Observable, of, switchMap, takeLast, takeUntil, tap, timer } from 'rxjs';
import { loaded, type Session } from '../session.ts';
import { table } from '../table.ts';

/** Long enough for rates, which need two polls, in ms. */
const WATCH = 700;

/**
 * Prints every reading of every source with its value now, its unit and range, and what it means: the sources of the
 * config, or the built-in ones where there is none.
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

const builtinSources = ({ plugins }: Session): readonly SourcePlan[] =>
  plugins
    .flatMap((plugin) => plugin.sources ?? [])
    .map((source) => ({ name: source.name, source, options: defaultsOf(source.options) }));

const defaultsOf = ({ properties }: OptionsSchema): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, option]) => ('default' in option ? [[name, option.default]] : [])),
  );

function measured(plans: readonly SourcePlan[], { log }: Session): Observable<readonly string[]> {
  const hub = sourceHub(plans, log);
  const newest = plans.map((plan) =>
    hub.readings(plan.name).pipe(
      takeUntil(timer(WATCH)),
      takeLast(1),
      defaultIfEmpty<Readings, Readings>({}),
      map((readings) => sourceText(plan, readings)),
    ),
  );
  return forkJoin(newest);
}

function sourceText({ name, source: { meaning, describe } }: SourcePlan, readings: Readings): string {
  const rows = Object.entries(describe).map(([path, description]) => [
    ...[`  ${name}.${path.replaceAll('[]', '[0]')}`, valueText(valueAt(readings, path))],
    ...[description.unit, rangeText(description), description.meaning],
  ]);
  return `${name}: ${meaning}\n${table(rows)}`;
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
  return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : String(value);
}

function rangeText({ range }: ReadingDescription): string {
  return range ? `${range[0]} to ${range[1]}` : '';
}
