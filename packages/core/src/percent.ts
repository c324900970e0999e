/** 0 to 1 for a text from `0%` to `100%`; `undefined` when it is none. */
export function fraction(text: string): number | undefined {
  const [, value] = /^(\d+(?:\.\d+)?)%$/.exec(text) ?? [];
  const share = Number(value) / 100;
  return share >= 0 && share <= 1 ? share : undefined;
}
