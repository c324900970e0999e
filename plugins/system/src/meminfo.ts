/** The lines of /proc/meminfo that are amounts, in bytes, by name. */
export function parseMeminfo(text: string): ReadonlyMap<string, number> {
  const amounts = new Map<string, number>();
  for (const [, name, kibibytes] of text.matchAll(/^(\w+): +(\d{1,20}) kB$/gm))
    amounts.set(name!, Number(kibibytes) * 1024);
  return amounts;
}
