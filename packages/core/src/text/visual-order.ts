/**
 * How a letter runs (Unicode Standard Annex 9, table 4): left to right, right to left, European and Arabic numbers,
 * signs that go with numbers, and what takes the direction of its neighbours.
 */
type Direction = 'L' | 'R' | 'EN' | 'AN' | 'ES' | 'ET' | 'CS' | 'WS' | 'ON';

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
  [RIGHT_TO_LEFT, 'R'],
  [/^\p{L}/u, 'L'],
];
const directionOf = (letter: string): Direction => DIRECTIONS.find(([pattern]) => pattern.test(letter))?.[1] ?? 'ON';

const MIRRORED = new Map(
  [...'()', ...'[]', ...'{}', ...'<>', ...'«»'].map((sign, index, all) => [sign, all[index ^ 1]!]),
);

/** Rules W4 to W7: signs between and beside numbers belong to them; numbers after Latin letters are Latin. */
function withNumbers(given: readonly Direction[]): Direction[] {
  const directions = [...given];
  for (const [index, direction] of given.entries()) {
    const isBetween = given[index - 1] === 'EN' && given[index + 1] === 'EN';
    if ((direction === 'ES' || direction === 'CS') && isBetween) directions[index] = 'EN';
    if (direction === 'ET' && (given[index - 1] === 'EN' || given[index + 1] === 'EN')) directions[index] = 'EN';
  }
  let strong: Direction = 'ON';
  return directions.map((direction) => {
    if (direction === 'L' || direction === 'R') strong = direction;
    if (direction === 'EN' && strong === 'L') return 'L';
    return direction === 'ES' || direction === 'ET' || direction === 'CS' ? 'ON' : direction;
  });
}

const isNeutral = (direction: Direction | undefined): boolean => direction === 'ON' || direction === 'WS';

/** Rules N1 and N2: what stands between two that run alike runs with them, anything else with the line. */
function withNeighbours(directions: readonly Direction[], base: 'L' | 'R'): readonly Direction[] {
  const side = (direction: Direction | undefined): 'L' | 'R' =>
    direction === undefined ? base : direction === 'L' ? 'L' : 'R';
  return directions.map((direction, index) => {
    if (!isNeutral(direction)) return direction;
    const before = side(directions.slice(0, index).findLast((other) => !isNeutral(other)));
    const after = side(directions.slice(index + 1).find((other) => !isNeutral(other)));
    return before === after ? before : base;
  });
}

/** Rules I1 and I2: even levels run left to right. */
const levelOf = (direction: Direction, base: 'L' | 'R'): number =>
  base === 'L' ? { L: 0, R: 1, EN: 2, AN: 2 }[direction as 'L']! : { L: 2, R: 1, EN: 2, AN: 2 }[direction as 'L']!;

/** Rule L2: from the highest level down, every run of that level or above is turned round. */
function turned<T>(letters: readonly T[], levels: readonly number[]): readonly T[] {
  let order = letters.map((letter, index) => ({ letter, level: levels[index]! }));
  for (let level = Math.max(...levels); level > 0; level--) {
    const next: typeof order = [];
    for (let start = 0; start < order.length; ) {
      let end = start;
      while (end < order.length && order[end]!.level >= level) end++;
      next.push(...(end > start ? order.slice(start, end).reverse() : [order[start]!]));
      start = Math.max(end, start + 1);
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
  const base = given.find((direction) => direction === 'L' || direction === 'R') as 'L' | 'R';
  const levels = withNeighbours(withNumbers(given), base).map((direction) => levelOf(direction, base));
  const shown = line.map((letter, index) => (levels[index]! % 2 === 1 ? (MIRRORED.get(letter) ?? letter) : letter));
  return turned(shown, levels);
}
