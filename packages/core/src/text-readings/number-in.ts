const WHOLE = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i;
/** Standing alone: not the 1 of `temp1`, the 64 of `x86_64` or the minus of `2024-05`. */
const FIRST = /(?<![\w.])[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/i;

const finite = (text: string): number | undefined => {
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
};

/** The number that a text is, with a point for decimals; `undefined` when there is anything else in it. */
export const numberOf = (text: string): number | undefined => (WHOLE.test(text) ? finite(text) : undefined);

/** The first number in a text such as `temp1: +48.0°C`, which is 48; `undefined` when there is none. */
export function numberIn(text: string): number | undefined {
  const [first] = FIRST.exec(text) ?? [];
  return first === undefined ? undefined : finite(first);
}
