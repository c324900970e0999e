/** Letters and signs that Unicode does not take apart, and below each the one that may be read for it. */
const PAIRS: readonly (readonly [letters: string, plainer: string])[] = [
  ['øØłŁđĐðÐħĦŧŦıßæÆœŒþÞŋŊ', 'oOlLdDdDhHtTisaAoOpPnN'],
  ['©®€£¥¢™¶§ƒ', 'cRELYcTPSf'],
  ['«»‹›≤≥⟨⟩◀▶◄►←→', '<><><><><><><>'],
  ['×÷±∓≠≈≡∞√∗•◦●○■□★☆✓✗✘', 'x:++=~=8V*.ooo#o**vxx'],
  ['…¡¿↑▲↓▼♪♫♥', '.!?^^vvdd*'],
  ['~\\`|{}[]^_@$', "-/'!()()'-aS"],
  ['¹²³½¼¾°µ', '123///ou'],
];

const LAST_CODE_POINT = 0x10_ffff;

const PLAINER: ReadonlyMap<number, number> = new Map(
  PAIRS.flatMap(([letters, plainer]) => {
    const below = [...plainer];
    return [...letters].map((letter, index) => [letter.codePointAt(0)!, below[index]!.codePointAt(0)!] as const);
  }),
);

/** What may be read for a letter: é without its mark, ø without its stroke. `undefined` when it is plain already. */
export function plainerLetter(codePoint: number): number | undefined {
  if (codePoint > LAST_CODE_POINT) return undefined;
  const [plain, ...marks] = String.fromCodePoint(codePoint).normalize('NFD');
  const isMarked = marks.length > 0 && marks.every((mark) => /\p{M}/u.test(mark));
  return isMarked ? plain!.codePointAt(0) : PLAINER.get(codePoint);
}
