import type { ConfigPath } from '@lcdflow/core';
import type { ErrorObject } from 'ajv';
import { type Catalogue, LAYOUT_KEYS, unknownWords } from '../catalogue.ts';
import type { Spot } from '../document/config-document.ts';
import type { Kind } from '../known-plugins.ts';
import { nearestWords } from '../nearest.ts';
import type { NodeParams } from './validate.ts';
import { expected, type JsonSchema, mismatch, shown } from './words.ts';

/** Something wrong at a path of the config. */
export interface Finding {
  readonly path: ConfigPath;
  readonly spot: Spot;
  readonly message: string;
}

/** Names a plugin that could not be loaded may have brought are not called unknown. */
export interface ReportOptions {
  readonly incomplete: boolean;
}

function pathOf(pointer: string, value: unknown): ConfigPath {
  let at: unknown = value;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const key = Array.isArray(at) ? Number(name) : name;
      at = (at as Readonly<Record<string | number, unknown>> | undefined)?.[key];
      return key;
    });
}

const isBelow = (inner: ErrorObject, outer: ErrorObject): boolean =>
  inner !== outer &&
  inner.schemaPath.startsWith(`${outer.schemaPath}/`) &&
  inner.instancePath.startsWith(outer.instancePath);

/** Errors inside a choice: those of the one branch that goes deeper, or none but the choice's own. */
function settleChoices(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const dropped = new Set<ErrorObject>();
  for (const choice of errors.filter(({ keyword }) => keyword === 'anyOf')) {
    const inner = errors.filter((error) => isBelow(error, choice));
    const branchOf = ({ schemaPath }: ErrorObject): string =>
      schemaPath.slice(choice.schemaPath.length + 1).split('/')[0]!;
    const mistyped = inner.filter(
      ({ keyword, instancePath }) => keyword === 'type' && instancePath === choice.instancePath,
    );
    const wrong = new Set(mistyped.map(branchOf));
    const rest = inner.filter((error) => !wrong.has(branchOf(error)));
    const deeper = rest.filter(
      ({ keyword, instancePath }) => instancePath !== choice.instancePath || !isValueError(keyword),
    );
    const isSettled = deeper.length > 0 && new Set(rest.map(branchOf)).size === 1;
    for (const error of inner) if (!isSettled || wrong.has(branchOf(error))) dropped.add(error);
    if (isSettled) dropped.add(choice);
  }
  return errors.filter((error) => !dropped.has(error));
}

const VALUE_ERRORS: ReadonlySet<string> = new Set(
  'type enum const format pattern minLength minimum maximum anyOf'.split(' '),
);
const isValueError = (keyword: string): boolean => VALUE_ERRORS.has(keyword);

class Reporter {
  readonly #value: unknown;
  readonly #catalogue: Catalogue;
  readonly #options: ReportOptions;

  constructor(value: unknown, catalogue: Catalogue, options: ReportOptions) {
    this.#value = value;
    this.#catalogue = catalogue;
    this.#options = options;
  }

  findings(error: ErrorObject): readonly Finding[] {
    const path = pathOf(error.instancePath, this.#value);
    const schema = (error.parentSchema ?? {}) as JsonSchema;
    if (error.propertyName !== undefined) return [];
    if (isValueError(error.keyword)) return this.#mismatch(path, schema, error.data);
    switch (error.keyword) {
      case 'additionalProperties':
        return [this.#unknownKey(path, schema, error.params.additionalProperty as string)];
      case 'required':
        return [{ path, spot: 'value', message: `needs "${error.params.missingProperty}"` }];
      case 'propertyNames':
        return [keyFinding(path, error.params.propertyName as string, schema)];
      case 'lcdNode':
        return this.#node(path, error.params as NodeParams);
      case 'maxItems':
        return [{ path, spot: 'value', message: `takes at most ${error.params.limit} entries` }];
      case 'minItems':
      case 'minProperties':
      case 'maxProperties':
        return [{ path, spot: 'value', message: countWords(error) }];
      case 'uniqueItems':
        return [twice(path, error)];
      default:
        return [];
    }
  }

  #mismatch(path: ConfigPath, schema: JsonSchema, given: unknown): readonly Finding[] {
    const kind = schema.lcdKind as Kind | undefined;
    if (kind === undefined || typeof given !== 'string')
      return [{ path, spot: 'value', message: mismatch(schema, given) }];
    const message = unknownWords(kind, given, (schema.enum as readonly string[]) ?? []);
    return this.#options.incomplete ? [] : [{ path, spot: 'value', message }];
  }

  #unknownKey(path: ConfigPath, schema: JsonSchema, key: string): Finding {
    const at = { path: [...path, key], spot: 'key' } as const;
    const inside = schema.lcdInside as { readonly widget: string; readonly options: readonly string[] } | undefined;
    if (inside?.options.includes(key))
      return { ...at, message: `must be inside the mapping of "${inside.widget}", as its other options are` };
    const known = Object.keys(schema.properties ?? {}).filter((name) => name !== inside?.widget);
    return { ...at, message: `unknown key${nearestWords(key, known)}` };
  }

  #node(path: ConfigPath, { kinds, others }: NodeParams): readonly Finding[] {
    const [first, second] = kinds;
    if (second !== undefined) {
      const isOption = this.#catalogue.widgets.get(first!)?.options.properties[second] !== undefined;
      const hint = isOption ? `; as an option of "${first}" it must be inside its mapping` : '';
      return [{ path: [...path, second], spot: 'key', message: `a node is one thing, and this is "${first}"${hint}` }];
    }
    const name = others[0];
    if (name === undefined) return [{ path, spot: 'value', message: 'needs a widget, a row, a column or a stack' }];
    const known = [...this.#catalogue.widgets.keys(), 'row', 'column', 'stack'];
    const message = unknownWords('widget', name, known);
    return this.#options.incomplete ? [] : [{ path: [...path, name], spot: 'key', message }];
  }
}

function keyFinding(path: ConfigPath, name: string, { propertyNames }: JsonSchema): Finding {
  const { pattern } = propertyNames as JsonSchema;
  const letters = pattern?.includes('-]') ? 'letters, digits, - and _' : 'letters, digits and _';
  const message = `a name must be ${letters} and begin with a letter, but is ${shown(name)}`;
  return { path: [...path, name], spot: 'key', message };
}

function countWords({ keyword, params, data, parentSchema }: ErrorObject): string {
  const { limit } = params as { readonly limit: number };
  if (keyword !== 'maxProperties') return `needs at least ${limit === 1 ? 'one entry' : `${limit} entries`}`;
  return `must be ${expected(parentSchema as JsonSchema)}, but has ${Object.keys(data as object).length} keys`;
}

function twice(path: ConfigPath, { params, data }: ErrorObject): Finding {
  const { i, j } = params as { readonly i: number; readonly j: number };
  const later = Math.max(i, j);
  return {
    path: [...path, later],
    spot: 'value',
    message: `${shown((data as readonly unknown[])[later])} is there twice`,
  };
}

/** What ajv found, in words: one finding for each mistake. */
export function findingsOf(
  errors: readonly ErrorObject[],
  value: unknown,
  catalogue: Catalogue,
  options: ReportOptions,
): readonly Finding[] {
  const badNodes = new Set(
    errors.filter(({ keyword }) => keyword === 'lcdNode').map(({ instancePath }) => instancePath),
  );
  const isCascade = ({ keyword, instancePath }: ErrorObject): boolean =>
    badNodes.has(instancePath) && (keyword === 'additionalProperties' || keyword === 'required');
  const reporter = new Reporter(value, catalogue, options);
  return settleChoices(errors.filter((error) => !isCascade(error))).flatMap((error) => reporter.findings(error));
}

/** Keys beside a node's own. */
export const isLayoutKey = (key: string): boolean => LAYOUT_KEYS.includes(key as never);
