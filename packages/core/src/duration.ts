const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a text such as `500ms`, `2s`, `1.5m`, `1h` or `7d`; `undefined` when it is none. */
export function milliseconds(text: string): number | undefined {
  const [, value, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text) ?? [];
  return value === undefined ? undefined : Number(value) * UNITS[unit!]!;
}
