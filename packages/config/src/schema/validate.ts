import { Ajv, type ErrorObject, type FuncKeywordDefinition } from 'ajv';
import { LAYOUT_KEYS } from '../catalogue.ts';
import { FORMATS } from '../formats.ts';
import { relevantSchema } from './relevant-schema.ts';
import type { JsonSchema } from './words.ts';

/** What a page node has been found to name: exactly one is right. */
export interface NodeParams {
  readonly kinds: readonly string[];
  readonly others: readonly string[];
}

interface NodeCheck {
  (kinds: readonly string[], node: object): boolean;
  errors?: Partial<ErrorObject>[];
}

const checkNode: NodeCheck = (kinds, node) => {
  const keys = Object.keys(node);
  const found = keys.filter((key) => kinds.includes(key));
  const others = keys.filter((key) => !found.includes(key) && !LAYOUT_KEYS.includes(key as never));
  const params: NodeParams = { kinds: found, others };
  checkNode.errors = found.length === 1 ? [] : [{ keyword: 'lcdNode', params: { ...params } }];
  return found.length === 1;
};

const nodeKeyword: FuncKeywordDefinition = {
  keyword: 'lcdNode',
  type: 'object',
  schemaType: 'array',
  errors: true,
  validate: checkNode as NonNullable<FuncKeywordDefinition['validate']>,
};

/** `tells`: whether it is to tell all that is wrong, or only that something is. */
function createAjv(tells: boolean): Ajv {
  const ajv = new Ajv({
    allErrors: tells,
    verbose: tells,
    messages: tells,
    useDefaults: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    validateSchema: false,
    meta: false,
    code: { optimize: false },
    addUsedSchema: false,
  });
  for (const [name, { matches }] of Object.entries(FORMATS)) ajv.addFormat(name, matches);
  ajv.addKeyword(nodeKeyword);
  for (const keyword of ['lcdWords', 'lcdKind', 'lcdInside', 'lcdSecret']) ajv.addKeyword(keyword);
  return ajv;
}

const checkOf = (schema: JsonSchema, value: unknown, tells: boolean) =>
  createAjv(tells).compile(relevantSchema(schema, value, tells));

/**
 * Checks a value, fills in defaults, and tells everything that is wrong. That nothing is, as mostly, takes a much
 * smaller check.
 */
export function validate(schema: JsonSchema, value: unknown): readonly ErrorObject[] {
  if (checkOf(schema, value, false)(value)) return [];
  const check = checkOf(schema, value, true);
  check(value);
  return check.errors ?? [];
}
