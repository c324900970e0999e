/**
 * How a letter runs (Unicode Standard Annex 9, table 4): left to right, right to left, Arabic letters, European and Arabic
 * numbers, signs that go with numbers, and what takes the direction of its neighbours.
 */
type Direction = 'L' | 'R' | 'AL' | 'EN' | 'AN' | 'ES' | 'ET' | 'CS' | 'WS' | 'ON';

const ARABIC = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** What runs right to left. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

const DIRECTIONS: readonly (readonly [RegExp, Direction])[] = [
  [/^[0-9]/u, 'EN'],
  [/^[\u0660-\u0669]/u, 'AN'],
  [/^[+-]/u, 'ES'],
  [/^[#$%°\u00a2-\u00a5€]/u, 'ET'],
  [/^[,.:/]/u, 'CS'],
  [/^\p{Zs}/u, 'WS'],
  [ARABIC, 'AL'],
  [RIGHT_TO_LEFT, 'R'],
  [/^\p{L}/u, 'L'],
];
const directionOf = (letter: string): Direction => DIRECTIONS.find(([pattern]) => pattern.test(letter))?.[1] ?? 'ON';

const MIRRORED = new Map(
  [...'()', ...'[]', ...'{}', ...'<>', ...'«»'].map((sign, index, all) => [sign, all[index ^ 1]!]),
);

const isStrong = (direction: Direction): boolean => direction === 'L' || direction === 'R' || direction === 'AL';

/** Rules W2 and W3: numbers after Arabic letters are Arabic, and these run as Hebrew does. */
function withArabic(given: readonly Direction[]): Direction[] {
  let strong: Direction = 'ON';
  return given.map((direction) => {
    if (isStrong(direction)) strong = direction;
    if (direction === 'EN' && strong === 'AL') return 'AN';
    return direction === 'AL' ? 'R' : direction;
  });
}

/** Rules W4 to W7: signs between and beside numbers belong to them; numbers after Latin letters are Latin. */
function withNumbers(given: readonly Direction[]): Direction[] {
  const directions = given.map((direction, index) => {
    const [before, after] = [given[index - 1], given[index + 1]];
    const isBetween = before === after && (before === 'EN' || (before === 'AN' && direction === 'CS'));
    return (direction === 'ES' || direction === 'CS') && isBetween ? before! : direction;
  });
  besideNumbers(directions);
  let strong: Direction = 'ON';
  return directions.map((direction) => {
    if (isStrong(direction)) strong = direction;
    if (direction === 'EN' && strong === 'L') return 'L';
    return direction === 'ES' || direction === 'ET' || direction === 'CS' ? 'ON' : direction;
  });
}

/** Rule W5: any number of signs such as % and €, on either side. */
function besideNumbers(directions: Direction[]): void {
  const join = (index: number, beside: number): void => {
    if (directions[index] === 'ET' && directions[beside] === 'EN') directions[index] = 'EN';
  };
  for (let index = 1; index < directions.length; index++) join(index, index - 1);
  for (let index = directions.length - 2; index >= 0; index--) join(index, index + 1);
}

const isNeutral = (direction: Direction): boolean => direction === 'ON' || direction === 'WS';

/** Rules N1 and N2: what stands between two that run alike runs with them, anything else with the line. */
function withNeighbours(directions: readonly Direction[], base: 'L' | 'R'): readonly Direction[] {
  const sides = (): ((direction: Direction) => 'L' | 'R') => {
    let side = base;
    return (direction) => {
      if (!isNeutral(direction)) side = direction === 'L' ? 'L' : 'R';
      return side;
    };
  };
  const before = directions.map(sides());
  const after = directions.toReversed().map(sides()).reverse();
  return directions.map((direction, index) => {
    if (!isNeutral(direction)) return direction;
    return before[index] === after[index] ? before[index]! : base;
  });
}

/** Rules I1 and I2: even levels run left to right. */
const levelOf = (direction: Direction, base: 'L' | 'R'): number =>
  base === 'L' ? { L: 0, R: 1, EN: 2, AN: 2 }[direction as 'L']! : { L: 2, R: 1, EN: 2, AN: 2 }[direction as 'L']!;

/** Rule L2: from the highest level down, every run of that level or above is turned round. */
function turned<T>(letters: readonly T[], levels: readonly number[]): readonly T[] {
  let order = letters.map((letter, index) => ({ letter, level: levels[index]! }));
  for (const level of [2, 1]) {
    const next: typeof order = [];
    for (let start = 0; start < order.length; ) {
      let end = start;
      while (end < order.length && order[end]!.level >= level) end++;
      for (let index = end - 1; index >= start; index--) next.push(order[index]!);
      if (end === start) next.push(order[end++]!);
      start = end;
    }
    order = next;
  }
  return order.map(({ letter }) => letter);
}

/**
 * The graphemes of a line as they stand from left to right: Hebrew and Arabic are turned round, numbers in them are
 * not, brackets are mirrored. The Unicode bidirectional algorithm (Annex 9) without its marks for embedding.
 */
export function visualOrder(line: readonly string[]): readonly string[] {
  if (!line.some((letter) => RIGHT_TO_LEFT.test(letter))) return line;
  const given = line.map(directionOf);
  const base = given.find(isStrong) === 'L' ? 'L' : 'R';
  const levels = withNeighbours(withNumbers(withArabic(given)), base).map((direction) => levelOf(direction, base));
  const shown = line.map((letter, index) => (levels[index]! % 2 === 1 ? (MIRRORED.get(letter) ?? letter) : letter));
  return turned(shown, levels);
}
