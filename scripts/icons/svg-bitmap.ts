type Point = readonly [x: number, y: number];

const COMMAND = /[a-z]|-?(?:\d+\.?\d*|\.\d+)/gi;

/** The closed lines of an SVG path of straight lines. Throws on curves: pictures of pixels have none. */
function outlines(path: string): readonly (readonly Point[])[] {
  const words = path.match(COMMAND) ?? [];
  const all: Point[][] = [];
  let [x, y, start, command, index] = [0, 0, [0, 0] as Point, '', 0];
  const next = (): number => Number(words[index++]);
  const line = (toX: number, toY: number): void => {
    [x, y] = [toX, toY];
    all.at(-1)!.push([x, y]);
  };
  const begin = (toX: number, toY: number): void => {
    [x, y, start] = [toX, toY, [toX, toY]];
    all.push([start]);
  };
  const moves: Readonly<Record<string, () => void>> = {
    M: () => begin(next(), next()),
    m: () => begin(x + next(), y + next()),
    L: () => line(next(), next()),
    l: () => line(x + next(), y + next()),
    H: () => line(next(), y),
    h: () => line(x + next(), y),
    V: () => line(x, next()),
    v: () => line(x, y + next()),
    Z: () => begin(...start),
    z: () => begin(...start),
  };
  while (index < words.length) {
    if (/[a-z]/i.test(words[index]!)) command = words[index++]!;
    else if (command === 'M') command = 'L';
    else if (command === 'm') command = 'l';
    const move = moves[command];
    if (move === undefined) throw new Error(`expected a path of straight lines, but it has "${command}"`);
    move();
  }
  return all;
}

/** Whether a point is inside, by the rule "nonzero" (SVG 1.1, 11.3). */
function isInside(lines: readonly (readonly Point[])[], x: number, y: number): boolean {
  let turns = 0;
  for (const line of lines)
    for (const [index, [x1, y1]] of line.entries()) {
      const [x2, y2] = line[(index + 1) % line.length]!;
      const side = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1);
      if (y1 <= y && y2 > y && side > 0) turns++;
      if (y1 > y && y2 <= y && side < 0) turns--;
    }
  return turns !== 0;
}

/** The pixels of an SVG picture of so many of them, in rows of `*` and `.`. */
export function svgBitmap(svg: string, size: number): readonly string[] {
  const lines = [...svg.matchAll(/ d="([^"]+)"/g)].flatMap(([, path]) => outlines(path!));
  const row = (y: number): string =>
    Array.from({ length: size }, (_, x) => (isInside(lines, x + 0.5, y + 0.5) ? '*' : '.')).join('');
  return Array.from({ length: size }, (_, y) => row(y));
}

/** Pictures of one size, all of them in rows of `*` and `.`. */
type Bitmaps = readonly (readonly string[])[];

/** The same pictures in half the pixels, where nothing is lost by it; the grid of pairs may begin beside them. */
export function halved(bitmaps: Bitmaps): Bitmaps | undefined {
  const size = bitmaps[0]!.length;
  for (const left of [0, -1])
    for (const top of [0, -1]) {
      const [xs, ys] = [pairs(left, size), pairs(top, size)];
      const isWhole = (rows: readonly string[]): boolean => ys.every((y) => xs.every((x) => isOne(rows, x, y)));
      const half = (rows: readonly string[]) => ys.map((y) => xs.map((x) => at(rows, x, y)).join(''));
      if (bitmaps.every(isWhole)) return bitmaps.map(half);
    }
  return undefined;
}

const at = (rows: readonly string[], x: number, y: number): string => rows[y]?.[x] ?? '.';

const isOne = (rows: readonly string[], x: number, y: number): boolean =>
  new Set([at(rows, x, y), at(rows, x + 1, y), at(rows, x, y + 1), at(rows, x + 1, y + 1)]).size === 1;

/** Where pairs of pixels begin, when the first of them begins at 0 or one before. */
const pairs = (first: number, size: number): readonly number[] =>
  Array.from({ length: Math.ceil((size - first) / 2) }, (_, index) => first + 2 * index);

/** Without the rows and columns at the edges that are blank in all of them. */
export function trimmed(bitmaps: Bitmaps): Bitmaps {
  const rows = bitmaps.flat().filter((row) => row.includes('*'));
  const left = Math.min(...rows.map((row) => row.indexOf('*')));
  const right = Math.max(...rows.map((row) => row.lastIndexOf('*')));
  const top = Math.min(...bitmaps.map((bitmap) => bitmap.findIndex((row) => row.includes('*'))));
  const bottom = Math.max(...bitmaps.map((bitmap) => bitmap.findLastIndex((row) => row.includes('*'))));
  return bitmaps.map((bitmap) => bitmap.slice(top, bottom + 1).map((row) => row.slice(left, right + 1)));
}
