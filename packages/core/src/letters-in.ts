/** How many cells of letters a text takes: one for each code point. */
export function lettersIn(text: string): number {
  let letters = 0;
  for (const _ of text) letters++;
  return letters;
}
