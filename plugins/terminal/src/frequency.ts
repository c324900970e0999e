import { luminance } from '@lcdflow/core';

function counted(colors: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  let last: number | undefined;
  let run = 0;
  const add = () => {
    if (last !== undefined) counts.set(last, (counts.get(last) ?? 0) + run);
  };
  for (const color of colors) {
    if (color !== last) {
      add();
      last = color;
      run = 0;
    }
    run++;
  }
  add();
  return counts;
}

/** The colours that occur, from the most frequent to the rarest; the darker first where they are as many. */
export const byFrequency = (colors: Iterable<number>): readonly number[] =>
  [...counted(colors)]
    .sort(([a, times], [b, others]) => others - times || luminance(a) - luminance(b) || a - b)
    .map(([color]) => color);
