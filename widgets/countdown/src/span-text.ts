const UNITS = { D: 86_400, H: 3_600, m: 60, s: 1 } as const;
const TOKEN = /\[([^\]]*)\]|DD?|HH?|mm?|ss?/g;

type Unit = keyof typeof UNITS;

/**
 * So many seconds as text. `D`, `H`, `m` and `s` are days, hours, minutes and seconds, doubled with two digits or more;
 * text in brackets stays as it is. What a larger unit has not taken goes into the next one that is there.
 */
export function spanText(seconds: number, format = formatFor(seconds)): string {
  const units = Array.from(format.matchAll(TOKEN), ([token]) => token.charAt(0)).filter((unit) => unit !== '[');
  return format.replace(TOKEN, (token, text: string | undefined) => {
    if (text !== undefined) return text;
    return String(amount(seconds, token[0] as Unit, units)).padStart(token.length, '0');
  });
}

function amount(seconds: number, unit: Unit, units: readonly string[]): number {
  const larger = (Object.keys(UNITS) as Unit[]).filter((other) => UNITS[other] > UNITS[unit] && units.includes(other));
  const rest = larger.reduce((left, other) => left % UNITS[other], seconds);
  return Math.floor(rest / UNITS[unit]);
}

/** As short as can be read: 3 d 04:05, 3:04:05, 4:05. */
function formatFor(seconds: number): string {
  if (seconds >= UNITS.D) return 'D [d] HH:mm';
  return seconds >= UNITS.H ? 'H:mm:ss' : 'm:ss';
}
