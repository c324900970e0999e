import { LcdError } from '../errors.ts';
import { messageOf } from '../message.ts';
import type { Readings, Source } from '../types.ts';
import { jsonSteps, jsonValueAt } from './json-path.ts';
import { numberIn, numberOf } from './number-in.ts';
import { plainText } from './plain-text.ts';
import { groupsOf, type NamedReading, type TextOptions } from './text-options.ts';

/** What a text said. */
export interface TextReadings {
  readonly readings: Readings;
  /** Why some reading is missing. */
  readonly problem?: string;
}

/** What can be read out of any text, by `wholeText`. */
export const DESCRIBED_TEXT: Source['describe'] = {
  text: { unit: '', meaning: 'The whole text, without blanks at its end.' },
  number: { unit: '', meaning: 'The first number in it.' },
  'lines[]': { unit: '', meaning: 'Its lines.' },
};

/** The readings of `DESCRIBED_TEXT`. */
export function wholeText(given: string): Readings {
  const text = plainText(given).trimEnd();
  return { text, number: numberIn(text), lines: text.split('\n') };
}

/**
 * Reads what the options name out of texts: JSON, lines, what a regular expression matches. Nothing in a text makes it
 * throw. Readings that are not there are left out, and the first of them is told.
 */
export function textReadings({ pattern, readings = {} }: TextOptions): (text: string) => TextReadings {
  const expression = pattern === undefined ? undefined : new RegExp(pattern, 'm');
  const groups = groupsOf(pattern);
  const own = groups.filter((name) => !Object.hasOwn(readings, name)).map((name) => [name, {}] as const);
  const found = [...own, ...Object.entries(readings)].map(([name, where]) => {
    return { name, find: finder(where, groups.includes(name) ? name : undefined) };
  });
  return (given) => {
    const text = lazily(plainText(given), expression);
    const values: [string, unknown][] = [];
    let problem: string | undefined;
    for (const { name, find } of found) {
      try {
        values.push([name, find(text)]);
      } catch (error) {
        problem ??= `${name}: ${messageOf(error)}`;
      }
    }
    return { readings: Object.fromEntries(values), ...(problem !== undefined && { problem }) };
  };
}

/** A text in the shapes that readings are taken from. They throw an `LcdError` when it has not that shape. */
interface LazyText {
  readonly text: string;
  json(): unknown;
  line(number: number): string;
  group(name: string): string | undefined;
}

function lazily(text: string, expression: RegExp | undefined): LazyText {
  let json: { readonly value: unknown } | undefined;
  let match: RegExpExecArray | null | undefined;
  return {
    text,
    json: () => {
      json ??= { value: parsed(text) };
      if (json.value === undefined) throw missing('expected JSON');
      return json.value;
    },
    line: (number) => {
      const line =
        number === 0
          ? undefined
          : text
              .trimEnd()
              .split('\n')
              .at(number > 0 ? number - 1 : number);
      if (line === undefined) throw missing(`there is no line ${number}`);
      return line;
    },
    group: (name) => {
      if (match === undefined) match = expression!.exec(text);
      if (match === null) throw missing(`nothing matches ${expression!.source}`);
      return match.groups![name];
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Goes to the place, then looks for the pattern there, then makes a number or text of it. */
function finder({ json, line, pattern, as }: NamedReading, group: string | undefined): (text: LazyText) => unknown {
  const steps = json === undefined ? undefined : jsonSteps(json);
  const expression = pattern === undefined ? undefined : new RegExp(pattern, 'm');
  const place = (text: LazyText): unknown => {
    if (steps !== undefined) return jsonValueAt(text.json(), steps);
    if (line !== undefined) return text.line(line);
    return group === undefined ? text.text.trimEnd() : text.group(group);
  };
  return (text) => {
    const value = place(text);
    if (value === undefined) throw missing(json === undefined ? 'it is not there' : `there is no ${json}`);
    return typed(expression === undefined ? value : matched(expression, value), as);
  };
}

function matched(expression: RegExp, value: unknown): unknown {
  const match = expression.exec(words(value));
  if (match === null) throw missing(`nothing matches ${expression.source}`);
  return match.length > 1 ? match[1] : match[0];
}

function typed(value: unknown, as: NamedReading['as']): unknown {
  if (as === 'text') return words(value);
  if (as === undefined) return typeof value === 'string' ? (numberOf(value) ?? plainText(value)) : value;
  const number = typeof value === 'number' ? value : numberIn(words(value));
  if (number === undefined) throw missing('expected a number');
  return number;
}

const words = (value: unknown): string =>
  typeof value === 'string' ? plainText(value) : (JSON.stringify(value) ?? '');
const missing = (reason: string): LcdError => new LcdError('protocol', reason);
