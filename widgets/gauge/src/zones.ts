import { fractionOf, type Scaled, type Threshold, thresholdColor } from '@lcdflow/core';

/** A part of the scale in one colour. */
export interface Zone {
  /** 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** 0xRRGGBB */
  readonly color: number;
}

/** The scale in the colours that its values have, from one limit to the next. */
export function zonesOf({ min, max }: Scaled, color: string, thresholds: readonly Threshold[]): readonly Zone[] {
  const places = thresholds.map(({ from }) => fractionOf(from, min, max)!);
  const edges = [...new Set([0, ...places, 1])].sort((a, b) => a - b);
  return edges.slice(1).map((to, index) => {
    const from = edges[index]!;
    // The middle of a zone is surely inside it, also on a scale that is turned round.
    return { from, to, color: thresholdColor(min + ((from + to) / 2) * (max - min), color, thresholds) };
  });
}
