const PREFIXES = ['', 'k', 'M', 'G', 'T', 'P'];
/** More than this has no prefix any more. */
const LARGEST = 999.5e15;

/**
 * A number in at most six letters, with a prefix of the SI where it is large: `0.07`, `37`, `1.2k`, `-340M`, `1e30`.
 * `-` for what is no number.
 */
export function shortNumber(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '-';
  const amount = Math.abs(value);
  const sign = value < 0 ? '-' : '';
  if (amount >= LARGEST) return `${sign}${amount.toExponential(0).replace('+', '')}`;
  let power = 0;
  let scaled = amount;
  while (roundedTo(scaled) >= 1000) {
    scaled /= 1000;
    power += 1;
  }
  const text = String(roundedTo(scaled)) + PREFIXES[power]!;
  return text === '0' ? text : sign + text;
}

/** Two digits or three, and no more than two places. */
function roundedTo(amount: number): number {
  if (amount >= 9.95) return Math.round(amount);
  return amount >= 0.95 ? Math.round(amount * 10) / 10 : Math.round(amount * 100) / 100;
}
