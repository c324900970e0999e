/** What is shown where there is no value. */
const NO_VALUE = '-';

/**
 * A number as people read it: whole numbers as they are, all others with one decimal, so that a column does not jump
 * when a digit comes or goes.
 */
export function numberWords(value: number): string {
  if (!Number.isFinite(value)) return NO_VALUE;
  if (Number.isInteger(value)) return String(value + 0);
  return value.toFixed(1).replace(/^-(0\.0)$/, '$1');
}

/** Any value of an expression as a text, as a template shows it; `-` where there is none. */
export function valueWords(value: unknown): string {
  switch (typeof value) {
    case 'number':
      return numberWords(value);
    case 'string':
      return value;
    case 'boolean':
    case 'bigint':
      return String(value);
    default:
      return Array.isArray(value) ? value.map(valueWords).join(' ') : NO_VALUE;
  }
}
