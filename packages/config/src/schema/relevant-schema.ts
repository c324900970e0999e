import { isMapping } from '../prepare.ts';
import type { JsonSchema } from './words.ts';

/** All that a value has in it, wherever: the keys of mappings, and texts. */
interface Content {
  readonly keys: ReadonlySet<string>;
  readonly texts: ReadonlySet<string>;
  /** Members that are nowhere in it are kept: errors tell their names, and what they are. */
  readonly tells: boolean;
}

/** Values of keywords that are no schemas. */
const PLAIN: ReadonlySet<string> = new Set([
  'enum',
  'const',
  'default',
  'examples',
  'required',
  'lcdInside',
  'lcdNode',
]);

function addContent(value: unknown, keys: Set<string>, texts: Set<string>): void {
  if (typeof value === 'string') texts.add(value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    keys.add(key);
    addContent(member, keys, texts);
  }
}

function contentOf(value: unknown, tells: boolean): Content {
  const content = { keys: new Set<string>(), texts: new Set<string>(), tells };
  addContent(value, content.keys, content.texts);
  return content;
}

/** Whether nothing in the value can meet a condition. */
function isNeverMet({ required, properties = {} }: JsonSchema, { keys, texts }: Content): boolean {
  const needed = Array.isArray(required) ? (required as readonly string[]) : [];
  return needed.some((key) => {
    const text = properties[key]?.const;
    return !keys.has(key) || (typeof text === 'string' && !texts.has(text));
  });
}

/** Of a member that is nowhere in the value only the default matters. One that is a mapping may have more inside. */
function memberFor(name: string, schema: unknown, content: Content): unknown {
  if (content.tells || content.keys.has(name) || !isMapping(schema)) return reduced(schema, content);
  if (schema.default === undefined) return true;
  return typeof schema.default === 'object' ? reduced(schema, content) : { default: schema.default };
}

const membersFor = (properties: object, content: Content): object =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, memberFor(name, schema, content)]));

function keywordFor(keyword: string, value: unknown, content: Content): unknown {
  if (PLAIN.has(keyword)) return value;
  return keyword === 'properties' ? membersFor(value as object, content) : reduced(value, content);
}

function reduced(schema: unknown, content: Content): unknown {
  if (Array.isArray(schema)) return schema.map((one) => reduced(one, content));
  if (!isMapping(schema)) return schema;
  if (isMapping(schema.if) && isNeverMet(schema.if, content)) return reduced(schema.else ?? {}, content);
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, keywordFor(keyword, value, content)]),
  );
}

/**
 * What of a schema matters for a value: it takes the same values and fills in the same defaults, and is compiled much
 * sooner. With `tells` it says of a wrong value all that the whole schema says, without it only that it is wrong.
 */
export const relevantSchema = (schema: JsonSchema, value: unknown, tells: boolean): JsonSchema =>
  reduced(schema, contentOf(value, tells)) as JsonSchema;
