import type { OptionSchema } from '@lcdflow/core';

/** Options with the defaults of their schema filled in, at any depth of objects. What is given is never changed. */
export function withDefaults(schema: OptionSchema, given: unknown): unknown {
  const value = given === undefined ? schema.default : given;
  if (!('properties' in schema) || !isRecord(value ?? {})) return value;
  const filled = Object.entries(schema.properties)
    .map(([name, property]) => [name, withDefaults(property, (value as Record<string, unknown>)?.[name])] as const)
    .filter(([, option]) => option !== undefined);
  return { ...(value as object), ...Object.fromEntries(filled) };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
