import { LcdError } from '@lcdflow/core';

/** One value of a series. */
export interface Sample {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  /** May be NaN or infinite. */
  readonly value: number;
}

const NAME = /[a-zA-Z_:][\w:]*/y;
const LABEL = /[ \t]*([a-zA-Z_]\w*)[ \t]*=[ \t]*"((?:[^"\\\n]|\\.)*)"[ \t]*(,?)/y;
const END = /[ \t]*\}/y;
/** Value, time stamp, and the exemplar of OpenMetrics. */
const REST = /^[ \t]*(\S+)(?:[ \t]+[-+\d.eE]+)?[ \t]*(?:#.*)?$/;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
const ODD: Readonly<Record<string, number>> = {
  ...{ nan: Number.NaN, inf: Number.POSITIVE_INFINITY, '+inf': Number.POSITIVE_INFINITY },
  '-inf': Number.NEGATIVE_INFINITY,
};

/**
 * The samples of a text in the exposition format of Prometheus 0.0.4 or of OpenMetrics, of these names only. Errors with
 * `protocol` and the number of the line that is wrong. See
 * https://prometheus.io/docs/instrumenting/exposition_formats/.
 */
export function samplesIn(text: string, names: ReadonlySet<string>): readonly Sample[] {
  return text.split('\n').flatMap((given, index) => {
    const line = given.trim();
    if (line === '' || line.startsWith('#')) return [];
    const sample = sampleOf(line, names);
    if (sample === undefined) throw new LcdError('protocol', `line ${index + 1}: expected NAME{LABELS} VALUE`);
    return sample === 'other' ? [] : [sample];
  });
}

function sampleOf(line: string, names: ReadonlySet<string>): Sample | 'other' | undefined {
  NAME.lastIndex = 0;
  const [name] = NAME.exec(line) ?? [];
  if (name === undefined) return undefined;
  if (!/[ \t{]/.test(line.charAt(name.length))) return undefined;
  if (!names.has(name)) return 'other';
  const found = labelsAt(line, name.length);
  const [, number] = (found && REST.exec(line.slice(found.end))) ?? [];
  const value = number === undefined ? undefined : numberOf(number);
  return found === undefined || value === undefined ? undefined : { name, labels: found.labels, value };
}

/** The labels that begin there, and where they end. */
function labelsAt(
  line: string,
  start: number,
): { readonly labels: ReadonlyMap<string, string>; end: number } | undefined {
  const labels = new Map<string, string>();
  const open = /^[ \t]*\{/.exec(line.slice(start));
  if (open === null) return { labels, end: start };
  let end = start + open[0].length;
  for (let more = true; more; ) {
    LABEL.lastIndex = end;
    const match = LABEL.exec(line);
    if (match === null) break;
    labels.set(match[1]!, unescaped(match[2]!));
    end = LABEL.lastIndex;
    more = match[3] === ',';
  }
  END.lastIndex = end;
  return END.test(line) ? { labels, end: END.lastIndex } : undefined;
}

const unescaped = (text: string): string =>
  text.replace(/\\(.)/g, (whole, letter: string) => {
    if (letter === 'n') return '\n';
    return letter === '"' || letter === '\\' ? letter : whole;
  });

/** A number as servers write it; `undefined` when it is none. */
export function numberOf(text: string): number | undefined {
  if (NUMBER.test(text)) return Number(text);
  const word = text.toLowerCase();
  return Object.hasOwn(ODD, word) ? ODD[word] : undefined;
}
