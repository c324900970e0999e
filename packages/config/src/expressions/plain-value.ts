const isPlainObject = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
};

/**
 * What CEL or a source gave as plain data: finite numbers, texts, booleans, lists and mappings. Everything else, such as
 * NaN, null, or a date, is no value.
 */
export function plainValue(value: unknown): unknown {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : undefined;
    case 'bigint':
      return Number(value);
    case 'string':
    case 'boolean':
      return value;
    case 'object':
      return value === null ? undefined : plainObject(value);
    default:
      return undefined;
  }
}

function plainObject(value: object): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  if (isPlainObject(value)) return value;
  const number: unknown = value.valueOf();
  return typeof number === 'bigint' ? Number(number) : undefined;
}
