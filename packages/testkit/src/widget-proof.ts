import {
  blankFrame,
  type CellKind,
  type Ink,
  LcdError,
  type Logger,
  letterOf,
  type Place,
  type Quantity,
  type Readings,
  type Row,
  surfaceOf,
  type Widget,
  type WidgetContext,
} from '@lcdflow/core';
import { asyncScheduler, defer, isObservable, map, merge, type Observable, of, throwError, timer } from 'rxjs';
import { PICTURE_FONT, pictureOf } from './picture.ts';
import { withDefaults } from './with-defaults.ts';

/** Where a widget is tried out, and what it gets to read there. */
export interface WidgetProof {
  /** The place, in cells. */
  readonly width: number;
  readonly height: number;
  readonly cell: CellKind;
  /** The display's own font; `6x8` when left out. */
  readonly font?: string;
  /** How many colours the panel has: 2 dithers, more make letters of them. Brightness only when left out. */
  readonly colors?: number;
  /** How ink looks on the panel; `light` when left out. */
  readonly ink?: Ink;
  /** Readings by the name of their source. */
  readonly readings?: Readonly<Record<string, Readings | Observable<Readings>>>;
  /**
   * What expressions and templates are worth, by the very text of the option: a quantity or just its value. Of members
   * of lists `row` and paths into it are known; other expressions on them are functions from the member to a quantity
   * or a value.
   */
  readonly values?: Readonly<Record<string, unknown>>;
  /** What `ticks` calls now when virtual time begins, in ms since 1970; 0 when left out. */
  readonly begin?: number;
  /** Takes the widget's messages; they are dropped when left out. */
  readonly log?: Logger;
}

/**
 * The pictures a widget shows in a place, as text (see `picture`). Defaults of its schema are filled in; otherwise the
 * options are passed on unchecked, so that absurd ones can be tried, too. An error of the widget is an error here.
 */
export function renderWidget(widget: Widget, options: unknown, proof: WidgetProof): Observable<string> {
  return defer(() => widget.render(withDefaults(widget.options, options) as never, proofContext(proof))).pipe(
    map((drawable) => pictureOf(drawable, proof, proof.cell, proof.font, proof.colors, proof.ink)),
  );
}

/** What a widget may use, made of given values instead of sources. */
function proofContext(proof: WidgetProof): WidgetContext {
  const { readings = {}, values = {}, begin = 0, log = SILENT } = proof;
  const given = (kind: string, name: string, from: Readonly<Record<string, unknown>>): Observable<unknown> => {
    if (!Object.hasOwn(from, name))
      return throwError(() => new LcdError('config', `the test gives no ${kind} "${name}"`));
    const value = from[name];
    return isObservable(value) ? value : of(value);
  };
  return {
    place: placeOf(proof),
    log,
    ticks: (every) => ticks(every, begin),
    source: (name) => given('readings of', name, readings) as Observable<Readings>,
    value: (expression) => given('value of', expression, values).pipe(map(asQuantity)),
    rows: (list) => given('list', list, values).pipe(map((members) => rowsOf(asQuantity(members).value, values))),
    text: (template) =>
      template.includes('{{') || Object.hasOwn(values, template)
        ? given('text of', template, values).pipe(map(String))
        : of(template),
  };
}

const SILENT: Logger = { debug() {}, info() {}, warn() {}, error() {} };

function placeOf({ width, height, cell, font = PICTURE_FONT }: WidgetProof): Place {
  const empty = surfaceOf(blankFrame({ width: 0, height: 0 }), cell, font).clip({ x: 0, y: 0, width, height });
  const letter = letterOf({ width, height, cell }, font);
  return { width, height, cell, letter, measure: (text, style) => empty.measure(text, style) };
}

const isQuantity = (value: unknown): value is Quantity =>
  typeof value === 'object' && value !== null && 'value' in value;

const asQuantity = (value: unknown): Quantity => (isQuantity(value) ? value : { value });

function rowsOf(members: unknown, values: Readonly<Record<string, unknown>>): readonly Row[] | undefined {
  if (!Array.isArray(members)) return undefined;
  return members.map((member) => (expression) => {
    const compute = Object.hasOwn(values, expression) ? values[expression] : undefined;
    if (typeof compute === 'function') return asQuantity(compute(member));
    const [first, ...keys] = expression.split('.');
    if (first !== 'row') throw new LcdError('config', `the test gives no function for "${expression}"`);
    return {
      value: keys.reduce(
        (value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined),
        member,
      ),
    };
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Now, and then each multiple of `every`, on a clock that shows `begin` when the scheduler's shows 0. */
function ticks(every: number, begin: number): Observable<number> {
  return defer(() => {
    const now = begin + asyncScheduler.now();
    const due = (Math.floor(now / every) + 1) * every;
    return merge(of(now), timer(due - now, every).pipe(map((index) => due + index * every)));
  });
}
