/** One measured figure and what it is to reach. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** `undefined` for figures that are only told. */
  readonly goal?: { readonly atMost: number } | { readonly atLeast: number };
}

/** Whether a figure reaches its goal; `undefined` when it has none. */
export function reached({ value, goal }: Figure): boolean | undefined {
  if (goal === undefined) return undefined;
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}

const rounded = (value: number): string => (Number.isInteger(value) ? String(value) : value.toPrecision(3));

function goalText({ goal, unit }: Figure): string {
  if (goal === undefined) return '';
  return 'atMost' in goal ? `at most ${goal.atMost} ${unit}` : `at least ${goal.atLeast} ${unit}`;
}

/** Figures as a table for people. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const mark = { true: 'yes', false: 'NO', undefined: '' }[String(reached(figure)) as 'true' | 'false' | 'undefined'];
    return [figure.name, `${rounded(figure.value)} ${figure.unit}`, goalText(figure), mark] as const;
  });
  const head = ['FIGURE', 'MEASURED', 'GOAL', 'REACHED'] as const;
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
