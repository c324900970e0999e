/**
 * The number a reading stands for: numbers, the whole numbers of expressions, and 1 or 0 for true or false. `undefined`
 * for everything else, for NaN and for infinities.
 */
export function amountOf(value: unknown): number | undefined {
  const amount = typeof value === 'bigint' || typeof value === 'boolean' ? Number(value) : value;
  return typeof amount === 'number' && Number.isFinite(amount) ? amount : undefined;
}

/**
 * Where a value lies between `min` and `max`, from 0 to 1; outside it is the nearer end. `max` may be the smaller one.
 * 0 when both are the same, `undefined` when there is no value.
 */
export function fractionOf(value: number | undefined, min: number, max: number): number | undefined {
  return value === undefined ? undefined : clamped((value - min) / (max - min));
}

/** Between 0 and 1; 0 for what is no number. */
export const clamped = (fraction: number | undefined): number => {
  return fraction === undefined || Number.isNaN(fraction) ? 0 : Math.min(1, Math.max(0, fraction));
};
