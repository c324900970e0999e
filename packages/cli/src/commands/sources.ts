import { existsSync } from 'node:fs';
import { CONFIG_NAMES } from '@lcdflow/config';
import type { OptionsSchema, Plugin, Program, Source, SourcePlan } from '@lcdflow/core';
import { displaySources, LcdError } from '@lcdflow/core';
import {
  combineLatest,
  concat,
  connect,
  delay,
  filter,
  forkJoin,
  ignoreElements,
  map,
  merge,
  type Observable,
  of,
  switchMap,
  takeLast,
  takeUntil,
  tap,
  throwError,
  timer,
  withLatestFrom,
} from 'rxjs';
import { costMeter } from '../cost.ts';
import { type MeasuredSource, measuredSource } from '../measured-source.ts';
import { loaded, type Session } from '../session.ts';
import { sourceJson, sourceText } from '../sources-text.ts';
import { stopped } from '../stop.ts';

export interface SourcesOptions {
  /** Again and again until it is stopped. */
  readonly watch?: boolean;
  /** For programs; with `watch` a line each time. */
  readonly json?: boolean;
  /** Stops after so many ms. */
  readonly for?: number;
}

/** Long enough for rates, which need two polls, in ms. */
const WATCH = 700;
/** How long one that says nothing is waited for, in ms. */
const PATIENCE = 3_000;
const SILENT = `no answer within ${PATIENCE / 1_000} s`;
/** ms between two looks. */
const EVERY = 1_000;

/**
 * Prints every reading of every source, or of the one with a name, as an expression to paste, with its value now, its
 * unit and range, what it means, what measuring costs, and why something is missing: the sources of the config, or the
 * built-in ones where there is none. Errors with `config` if there is no such source.
 */
export function sourcesCommand(
  session: Session,
  name: string | undefined,
  file: string | undefined,
  options: SourcesOptions,
): Observable<number> {
  // Also those that the config does not name.
  const configured = loaded(session, file, () => session.builtins()).pipe(map(({ program }) => sourcesOf(program)));
  const all = file === undefined && !hasConfig() ? session.plugins.pipe(map(builtinSources)) : configured;
  const print = printer(session, options);
  const shown = all.pipe(
    map((plans) => named(plans, name)),
    switchMap((plans) => (options.watch === true ? watched(plans, session) : once(plans, session))),
    tap(print),
  );
  return concat(shown.pipe(takeUntil(stopped(options.for)), ignoreElements()), of(0));
}

/** How looks are printed. Those that are watched in a terminal take the place of the ones before. */
function printer({ print }: Session, { json, watch }: SourcesOptions): (sources: readonly MeasuredSource[]) => void {
  if (json === true)
    return (sources) => print(`${JSON.stringify(sources.map(sourceJson), undefined, watch ? 0 : 2)}\n`);
  const text = (sources: readonly MeasuredSource[]): string => sources.map(sourceText).join('\n');
  if (watch !== true) return (sources) => print(text(sources));
  const { isTTY, rows = Number.POSITIVE_INFINITY } = process.stdout;
  return isTTY ? (sources) => print(`${HOME}${fitted(text(sources), rows)}`) : (sources) => print(`${text(sources)}\n`);
}

/** To the first place of an empty screen. */
const HOME = '\x1b[H\x1b[2J';

/** As many lines as there is room for. */
function fitted(text: string, rows: number): string {
  const lines = text.trimEnd().split('\n');
  if (lines.length < rows) return text;
  const shown = lines.slice(0, rows - 2);
  return `${shown.join('\n')}\n… and ${lines.length - shown.length} lines more: lcd sources NAME shows one source\n`;
}

function named(plans: readonly SourcePlan[], name: string | undefined): readonly SourcePlan[] {
  if (name === undefined) return plans;
  const found = plans.filter((plan) => plan.name === name);
  if (found.length > 0) return found;
  const names = plans.map((plan) => plan.name).join(', ');
  throw new LcdError('config', `the name of a source is expected, ${names}, not "${name}"`);
}

/** Those that are named after displays, too: without values, for no display is opened. */
function sourcesOf({ sources, displays }: Program): readonly SourcePlan[] {
  const hidden = new Set(sources.map(({ name }) => name));
  return [...sources, ...displaySources(displays).plans.filter(({ name }) => !hidden.has(name))];
}

const hasConfig = (): boolean => CONFIG_NAMES.some((name) => existsSync(name));

/** Those that need options have none, and nothing is read. */
const builtinSources = (plugins: readonly Plugin[]): readonly SourcePlan[] =>
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

function measuredSources(plans: readonly SourcePlan[], { log }: Session): readonly Observable<MeasuredSource>[] {
  const measure = costMeter();
  return plans.map((plan) => measuredSource(plan, log, measure));
}

const once = (plans: readonly SourcePlan[], session: Session): Observable<readonly MeasuredSource[]> =>
  forkJoin(measuredSources(plans, session).map(settled));

/** What is known after a while; one that takes long is waited for. */
const settled = (source: Observable<MeasuredSource>): Observable<MeasuredSource> =>
  source.pipe(
    connect((shared) => {
      const spoken = shared.pipe(filter(({ cost }) => cost !== undefined));
      const enough = merge(combineLatest([spoken, timer(WATCH)]), timer(PATIENCE));
      // Behind what has spoken last.
      return shared.pipe(takeUntil(enough.pipe(delay(0))));
    }),
    takeLast(1),
    map((measured) => (measured.cost === undefined ? { missing: SILENT, ...measured } : measured)),
  );

const watched = (plans: readonly SourcePlan[], session: Session): Observable<readonly MeasuredSource[]> =>
  timer(WATCH, EVERY).pipe(
    withLatestFrom(combineLatest(measuredSources(plans, session))),
    map(([, sources]) => sources),
  );
