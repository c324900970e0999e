import { plainText } from '@lcdflow/core';

const LONGEST = 256;

/** What lies in a variant, and in what lies in it. */
export function unwrapped(value: unknown): unknown {
  let inner = value;
  while (typeof inner === 'object' && inner !== null && 'signature' in inner && 'value' in inner) inner = inner.value;
  return inner;
}

/** A text on one line, plain and bounded; `undefined` when it is none. */
export function text(value: unknown): string | undefined {
  const inner = unwrapped(value);
  if (typeof inner !== 'string') return undefined;
  const line = plainText(inner.slice(0, 4 * LONGEST))
    .replace(/\s+/g, ' ')
    .trim();
  return line === '' ? undefined : [...line].slice(0, LONGEST).join('');
}

/** A finite number, of whatever type on the bus. */
export function number(value: unknown): number | undefined {
  const inner = unwrapped(value);
  const found = typeof inner === 'bigint' ? Number(inner) : inner;
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

/** Values by names: a dictionary of the bus. */
export function dictionary(value: unknown): Readonly<Record<string, unknown>> {
  const inner = unwrapped(value);
  return typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as Record<string, unknown>) : {};
}
