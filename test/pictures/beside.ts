const GAP = '   ';
/** Letters in a line of a README that can be read without moving it sideways. */
const WIDEST = 128;

const widthOf = (lines: readonly string[]): number => Math.max(...lines.map((line) => [...line].length));

/** Pictures beside each other as long as a line has room, else below each other with an empty line between. */
export function beside(pictures: readonly (readonly string[])[]): readonly string[] {
  const rows: (readonly string[])[][] = [];
  let width = Number.POSITIVE_INFINITY;
  for (const picture of pictures) {
    width += GAP.length + widthOf(picture);
    if (width > WIDEST) {
      rows.push([]);
      width = widthOf(picture);
    }
    rows.at(-1)!.push(picture);
  }
  return rows.flatMap((row, index) => [...(index === 0 ? [] : ['']), ...joined(row)]);
}

function joined(pictures: readonly (readonly string[])[]): readonly string[] {
  const height = Math.max(...pictures.map(({ length }) => length));
  return Array.from({ length: height }, (_, y) =>
    pictures
      .map((lines) => padded(lines[y] ?? '', widthOf(lines)))
      .join(GAP)
      .trimEnd(),
  );
}

const padded = (line: string, width: number): string => line + ' '.repeat(width - [...line].length);
