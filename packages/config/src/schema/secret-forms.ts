import type { JsonSchema } from './words.ts';

const TEXT: JsonSchema = { type: 'string', minLength: 1 };
const PLACE = (key: string, description: string): JsonSchema => ({
  type: 'object',
  properties: { [key]: { ...TEXT, description } },
  required: [key],
  additionalProperties: false,
});
const FORMS: JsonSchema = {
  anyOf: [
    TEXT,
    PLACE('env', 'The environment variable that holds it.'),
    PLACE('file', 'The file that holds it; the line end at its end is no part of it.'),
  ],
  lcdWords: 'a text, { env: NAME } or { file: PATH }',
  lcdSecret: true,
};

/** Whether a schema describes a secret. */
export const isSecret = ({ type, format }: JsonSchema): boolean => type === 'string' && format === 'secret';

/** A schema of options in which secrets may also be named by where they are. */
export function withSecretForms(schema: JsonSchema): JsonSchema {
  const { properties, items, anyOf, additionalProperties, description } = schema;
  if (isSecret(schema)) return { ...FORMS, ...(description !== undefined && { description }) };
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, withSecretForms(one)])),
    }),
    ...(items && { items: withSecretForms(items) }),
    ...(anyOf && { anyOf: anyOf.map(withSecretForms) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: withSecretForms(additionalProperties as JsonSchema),
    }),
  };
}
