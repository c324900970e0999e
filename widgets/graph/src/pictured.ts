import {
  amountOf,
  fractionOf,
  type GraphSeries,
  type Limits,
  type Past,
  scaleOf,
  shortNumber,
  type Threshold,
  thresholdColor,
} from '@lcdflow/core';

/** What a graph shows. */
export interface Picture {
  readonly series: readonly Required<GraphSeries>[];
  /** Upper edge, now, lower edge. */
  readonly texts: readonly string[];
}

/** How values become a picture. */
export interface Look {
  readonly limits: Limits;
  /** Heights that the place can tell from each other. */
  readonly steps: number;
  /** One for each series. */
  readonly colors: readonly string[];
  readonly thresholds: readonly Threshold[];
  readonly labels: boolean;
}

/** The past on the scale it asks for, rounded to what the place can show, so that what looks the same is the same. */
export function pictured(past: readonly Past[], { limits, steps, colors, thresholds, labels }: Look): Picture {
  const known = past.flatMap(({ values }) => values).filter((value) => value !== undefined);
  const [low, high] = scaleOf(limits, knownLimits(past), known);
  const series = past.map(({ values }, index) => ({
    fractions: values.map((value) => rounded(fractionOf(value, low, high), steps)),
    color: thresholdColor(undefined, colors[index]!),
    colors: thresholds.length === 0 ? [] : values.map((value) => thresholdColor(value, colors[index]!, thresholds)),
  }));
  const now = amountOf(past[0]?.quantity.value);
  return { series, texts: labels ? [high, now, low].map(shortNumber) : [] };
}

/** The limits of the first quantity that has any. */
const knownLimits = (past: readonly Past[]): Limits =>
  past.map(({ quantity }) => quantity).find(({ min, max }) => min !== undefined || max !== undefined) ?? {};

const rounded = (fraction: number | undefined, steps: number): number | undefined =>
  fraction === undefined ? undefined : Math.max(1, Math.round(fraction * steps)) / steps;

/** Whether two pictures look the same. */
export const isSamePicture = (a: Picture, b: Picture): boolean =>
  isSameList(a.texts, b.texts) &&
  a.series.every((one, index) => {
    const other = b.series[index]!;
    return isSameList(one.fractions, other.fractions) && isSameList(one.colors, other.colors);
  });

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.every((value, index) => value === b[index]);
