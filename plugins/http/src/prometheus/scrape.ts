import { type Attempt, LcdError } from '@lcdflow/core';
import { aggregated } from './aggregate.ts';
import type { Metric } from './metric-options.ts';
import { rates } from './rates.ts';
import { type Sample, samplesIn } from './samples.ts';

type Wanted = Readonly<Record<string, string | readonly string[]>>;

/** Reads what an exporter tells: a text and when (ms) it came. Rates span at most `longest` ms. */
export function scraper(
  metrics: Readonly<Record<string, Metric>>,
  longest: number,
): (text: string, at: number) => Attempt {
  const names = new Set(Object.values(metrics).flatMap(({ name }) => name ?? []));
  const finders = Object.entries(metrics).map(([reading, metric]) => [reading, finder(metric, longest)] as const);
  return (text, at) => {
    const samples = samplesIn(text, names);
    return gathered(finders.map(([reading, find]) => [reading, () => find(samples, at)]));
  };
}

/** An attempt out of readings, each of which may fail by itself; the first failure is told. */
export function gathered(readings: readonly (readonly [string, () => number | undefined])[]): Attempt {
  const values: [string, number | undefined][] = [];
  let problem: string | undefined;
  for (const [name, find] of readings) {
    try {
      values.push([name, find()]);
    } catch (error) {
      if (!(error instanceof LcdError)) throw error;
      problem ??= `${name}: ${error.message}`;
    }
  }
  return { readings: Object.fromEntries(values), ...(problem !== undefined && { problem }) };
}

function finder({ name, labels = {}, except = {}, rate, aggregate }: Metric, longest: number) {
  const grown = rates(longest);
  const fits = (sample: Sample): boolean =>
    sample.name === name &&
    Object.keys(labels).every((label) => has(sample, label, labels)) &&
    !Object.keys(except).some((label) => has(sample, label, except));
  return (samples: readonly Sample[], at: number): number | undefined => {
    const found = samples.filter(fits);
    if (found.length === 0) throw new LcdError('not-found', `no series of ${name} fits`);
    if (aggregate === undefined && found.length > 1)
      return aggregated(
        found.map(({ value }) => value),
        aggregate,
      );
    return aggregated(rate ? grown(found, at) : found.map(({ value }) => value), aggregate);
  };
}

/** A label that is missing is the same as an empty one. */
const has = ({ labels }: Sample, label: string, wanted: Wanted): boolean =>
  [wanted[label]!].flat().includes(labels.get(label) ?? '');
