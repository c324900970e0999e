/** The first `count` in the order of `compare`, without sorting the others. */
export function firstOf<T>(all: Iterable<T>, count: number, compare: (a: T, b: T) => number): readonly T[] {
  const first: T[] = [];
  for (const one of all) {
    if (first.length === count && compare(one, first[count - 1]!) >= 0) continue;
    const place = first.findIndex((other) => compare(one, other) < 0);
    first.splice(place < 0 ? first.length : place, 0, one);
    if (first.length > count) first.pop();
  }
  return first;
}
