import { formsOf } from './presentation-forms.ts';

/** A letter, or a lam with an alef, and what else is in its grapheme. */
interface Part {
  readonly letter: string;
  readonly rest: string;
}

const LAM = '\u0644';
const TATWEEL = '\u0640';
const NON_JOINER = '\u200c';
const JOINER = '\u200d';
const JOINERS = /[\u200c\u200d]/g;
/** What has no picture and lets letters join across it; joiners and isolates do not (ArabicShaping.txt). */
const TRANSPARENT = /^(?!\u200c|\u200d|[\u2066-\u2069])\p{Default_Ignorable_Code_Point}$/u;

function partOf(segment: string): Part {
  const composed = segment.normalize('NFC');
  return { letter: composed[0]!, rest: composed.slice(1) };
}

/** A lam and an alef are one sign, with the marks of both. */
function ligated(segments: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  for (const part of segments.map(partOf)) {
    const before = parts.at(-1);
    const pair = LAM + part.letter;
    if (before?.letter === LAM && !before.rest.includes(NON_JOINER) && formsOf(pair))
      parts[parts.length - 1] = { letter: pair, rest: before.rest.replace(JOINERS, '') + part.rest };
    else parts.push(part);
  }
  return parts;
}

const isCausing = (letter: string): boolean => letter === JOINER || letter === TATWEEL;
const formCount = (letter: string): number => formsOf(letter)?.length ?? 0;

const joinsBefore = (part: Part | undefined): boolean =>
  part !== undefined && (isCausing(part.letter) || formCount(part.letter) > 1);

function joinsAfter(part: Part | undefined): boolean {
  if (part === undefined) return false;
  const joiner = part.rest.match(JOINERS)?.at(-1);
  if (joiner !== undefined) return joiner === JOINER;
  return isCausing(part.letter) || formCount(part.letter) > 2;
}

function shaped({ letter, rest }: Part, before: Part | undefined, after: Part | undefined): string {
  const forms = formsOf(letter);
  if (forms === undefined) return letter + rest;
  const [joiner] = rest.match(JOINERS) ?? [];
  const isFollowed = joiner === undefined ? joinsBefore(after) : joiner === JOINER;
  const place = (forms.length > 1 && joinsAfter(before) ? 1 : 0) + (forms.length > 2 && isFollowed ? 2 : 0);
  return forms[place]! + rest.replace(JOINERS, '');
}

/**
 * The graphemes of a text with Arabic letters in the forms in which they join (The Unicode Standard, chapter 9.2, rules
 * R1 to R7 and L1 to L3). A letter without such forms stands alone, and so do those beside it. Forms stay as they are, so what
 * is cut out of a joined text, or put in another order, looks as it did.
 */
export function joined(segments: readonly string[]): readonly string[] {
  const parts = ligated(segments.filter((segment) => !TRANSPARENT.test(segment)));
  return parts.map((part, index) => shaped(part, parts[index - 1], parts[index + 1]));
}
