/** A letter as it stands alone, at the end, at the beginning and in the middle of what is joined, as far as it has these. */
type Forms = readonly string[];

/**
 * Arabic Presentation Forms-B, then A (The Unicode Standard, chapter 9.2 and the charts U+FE70, U+FB50): a letter's forms
 * stand side by side in the order of `Forms`. Only those of U+0649 are in both, and the last two of them in A.
 */
const BLOCKS: readonly (readonly [first: number, last: number])[] = [
  [0xfe80, 0xfefc],
  [0xfb50, 0xfbff],
];
const LAM = '\u0644';
const TATWEEL = 0x640;
/** The ae of Uighur has no forms, but joins to the letter before it (ArabicShaping.txt): a final heh looks the same. */
const AE = '\u06d5';
const FINAL_HEH = '\ufeea';

const isForm = (codePoint: number): boolean => BLOCKS.some(([first, last]) => codePoint >= first && codePoint <= last);

/** Single letters, and lam with an alef; other ligatures are a matter of taste. */
const isNeeded = (plain: string): boolean => plain.length === 1 || (plain.length === 2 && plain[0] === LAM);

function readForms(): ReadonlyMap<string, Forms> {
  const forms = new Map<string, string[]>([[AE, [AE, FINAL_HEH]]]);
  for (const [first, last] of BLOCKS)
    for (let codePoint = first; codePoint <= last; codePoint++) {
      const form = String.fromCharCode(codePoint);
      const plain = form.normalize('NFKC');
      if (plain === form || !isNeeded(plain)) continue;
      const known = forms.get(plain);
      if (known) known.push(form);
      else forms.set(plain, [form]);
    }
  return forms;
}

let forms: ReadonlyMap<string, Forms> | undefined;
let places: ReadonlyMap<number, number> | undefined;

/**
 * The forms of a letter, or of a lam and an alef that are one sign; `undefined` for what Unicode has no forms of. Four of
 * them join on both sides, two to the letter before. They are gathered from the decompositions when first asked for.
 */
export function formsOf(letter: string): Forms | undefined {
  forms ??= readForms();
  return forms.get(letter);
}

/** What a form, with the marks on it, is a form of: one letter, or a lam and an alef. */
export function unjoined(grapheme: string): string | undefined {
  return isForm(grapheme.charCodeAt(0)) ? grapheme.normalize('NFKC') : undefined;
}

function placeOf(form: number): number {
  forms ??= readForms();
  places ??= new Map(
    [...forms.values()].flatMap((all) => all.map((one, place) => [one.charCodeAt(0), place] as const)),
  );
  return places.get(form) ?? 0;
}

/** The sides on which a letter goes on to its neighbours. */
export interface JoinedSides {
  readonly left: boolean;
  readonly right: boolean;
}

export function joinedSides(codePoint: number): JoinedSides {
  if (codePoint === TATWEEL) return { left: true, right: true };
  const place = isForm(codePoint) ? placeOf(codePoint) : 0;
  return { left: (place & 2) !== 0, right: (place & 1) !== 0 };
}
