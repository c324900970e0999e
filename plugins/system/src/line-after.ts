/** What stands on a line of a text behind the words that it begins with; nothing where no line does. */
export function lineAfter(text: string, words: string): string | undefined {
  const start = text.startsWith(words) ? 0 : text.indexOf(`\n${words}`) + 1;
  if (!text.startsWith(words, start)) return undefined;
  const end = text.indexOf('\n', start);
  return text.slice(start + words.length, end < 0 ? undefined : end);
}
