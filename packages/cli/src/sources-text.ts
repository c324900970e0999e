import { describedReadings, type ReadingDescription } from '@lcdflow/core';
import type { MeasuredSource } from './measured-source.ts';
import { table } from './table.ts';

/** The most letters of a text. */
const LONGEST = 40;
/** The most members of a mapping. */
const MOST_MEMBERS = 20;

/** One reading, with what a config says to show it. */
interface Row {
  readonly expression: string;
  readonly description: ReadingDescription;
  readonly value: unknown;
}

/** Every reading of a source. */
const rowsOf = ({ plan, readings }: MeasuredSource): readonly Row[] =>
  Object.entries(describedReadings(plan)).flatMap(([path, description]) =>
    membersAt(readings, stepsOf(path), plan.name).map(([expression, value]) => ({ expression, description, value })),
  );

/** The steps of a path such as `cores[].busy`: `cores`, `[]`, `busy`. */
const stepsOf = (path: string): readonly string[] => path.match(/\[\]|[^.[\]]+/g) ?? [];

/** What lies at the end of some steps, with an expression for it: of a list the first, of a mapping those that come first. */
function membersAt(
  value: unknown,
  [step, ...more]: readonly string[],
  at: string,
): readonly (readonly [expression: string, value: unknown])[] {
  if (step === undefined) return [[at, value]];
  const inner = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (step !== '[]') return membersAt(inner[step], more, `${at}.${step}`);
  const isMapping = typeof inner === 'object' && !Array.isArray(inner);
  const names = isMapping ? Object.keys(inner).slice(0, MOST_MEMBERS) : [];
  if (names.length === 0) return membersAt(inner[0], more, `${at}[0]`);
  return names.flatMap((name) => membersAt(inner[name], more, `${at}[${JSON.stringify(name)}]`));
}

/** A source as a person reads it: what it is, what it costs, what is missing and why, and a line for each reading. */
export function sourceText(measured: MeasuredSource): string {
  const { plan, cost, missing } = measured;
  const rows = rowsOf(measured).map(({ expression, description, value }) => [
    ...[`  ${expression}`, valueText(value)],
    ...[description.unit, rangeText(description), description.meaning],
  ]);
  const head = `${plan.name}: ${plan.source.meaning}${cost === undefined ? '' : ` Costs ${Math.ceil(cost)} µs.`}\n`;
  return `${head}${missing === undefined ? '' : `  missing: ${missing}\n`}${table(rows)}`;
}

function valueText(value: unknown): string {
  if (value === undefined || value === null) return '-';
  if (typeof value === 'number' && !Number.isInteger(value)) return value.toFixed(2);
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const [line = '', ...more] = text.split('\n');
  return more.length > 0 || line.length > LONGEST ? `${line.slice(0, LONGEST)} …` : line;
}

const rangeText = ({ range }: ReadingDescription): string => (range ? `${range[0]} to ${range[1]}` : '');

/** A source as programs read it. */
export function sourceJson(measured: MeasuredSource): object {
  const { plan, cost, missing } = measured;
  const readings = rowsOf(measured).map(({ expression, description, value }) => ({
    ...{ expression, value: value ?? null, unit: description.unit },
    ...(description.range ? { range: description.range } : {}),
    meaning: description.meaning,
  }));
  return {
    ...{ name: plan.name, source: plan.source.name, meaning: plan.source.meaning },
    ...(cost === undefined ? {} : { cost: Math.ceil(cost) }),
    ...(missing === undefined ? {} : { missing }),
    readings,
  };
}
