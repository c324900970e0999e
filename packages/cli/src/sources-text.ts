import { describedReadings, type ReadingDescription, type Readings } from '@lcdflow/core';
import type { MeasuredSource } from './measured-source.ts';
import { table } from './table.ts';

/** The most letters of a text. */
const LONGEST = 40;

/** One reading, with what a config says to show it. */
interface Row {
  readonly expression: string;
  readonly description: ReadingDescription;
  readonly value: unknown;
}

/** Every reading of a source; of a list the first one. */
function rowsOf({ plan, readings }: MeasuredSource): readonly Row[] {
  return Object.entries(describedReadings(plan)).map(([path, description]) => ({
    expression: `${plan.name}.${path.replaceAll('[]', '[0]')}`,
    description,
    value: valueAt(readings, path),
  }));
}

/** The value at a path such as `cores[].busy`; of a list the first one. */
function valueAt(readings: Readings, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => {
    const inner = (value as Record<string, unknown> | undefined)?.[step.replace('[]', '')];
    return step.endsWith('[]') ? (inner as unknown[] | undefined)?.[0] : inner;
  }, readings);
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
  if (value === undefined) return '-';
  if (typeof value === 'number' && !Number.isInteger(value)) return value.toFixed(2);
  const [line = '', ...more] = String(value).split('\n');
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
