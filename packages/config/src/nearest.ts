/** How many letters must be changed, put in, left out, or changed over to turn one text into the other. */
function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const changed = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? before[j - 2]! + 1 : changed;
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, changed, swapped));
    }
    before = row;
    row = next;
  }
  return row[to.length]!;
}

/** Fewer letters are the beginning of too much. */
const BEGINNING = 4;

/** Whether one is the other with more behind it: `alignment` and `align`. */
const isBeginning = (name: string, known: string): boolean =>
  Math.min(name.length, known.length) >= BEGINNING && (name.startsWith(known) || known.startsWith(name));

/**
 * The known name a person most likely meant: about a third of its letters may differ, at least one; or else the first
 * that begins like it.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const lower = name.toLowerCase();
  const allowed = Math.max(1, Math.round(name.length / 3));
  let best: string | undefined;
  let least = allowed + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(lower, candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best ?? [...known].find((candidate) => isBeginning(lower, candidate.toLowerCase()));
}

const FEW = 24;

/** `, did you mean "x"?`, or `; known are a, b` when there are few, or nothing. */
export function nearestWords(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  if (meant !== undefined) return `, did you mean "${meant}"?`;
  return known.length > 0 && known.length <= FEW ? `; known: ${known.join(', ')}` : '';
}
