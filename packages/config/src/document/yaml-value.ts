import type { ConfigPath } from '@lcdflow/core';
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  visit,
  type YAMLMap,
} from 'yaml';

/** Where a value of the config stands. */
export interface Place {
  readonly value: Node | null;
  /** The key's node, for members of mappings. */
  readonly key?: Node;
}

/** Something in the YAML that cannot be a config. */
interface ValueProblem {
  readonly offset: number;
  readonly path: ConfigPath;
  readonly message: string;
}

/** A document as plain values, with the place of each. */
export interface PlainDocument {
  readonly value: unknown;
  readonly places: ReadonlyMap<string, Place>;
  readonly problems: readonly ValueProblem[];
}

/** The name of a path in `places`. */
export const placeKey = (path: ConfigPath): string => JSON.stringify(path);

/** More values than any config has: stops aliases of aliases of aliases. */
const MOST_VALUES = 50_000;
const DEEPEST = 100;
const MERGE = '<<';

const startOf = (node: unknown): number => (node as Node | null | undefined)?.range?.[0] ?? 0;

class TooMuch extends Error {}

/** What each alias stands for: the last anchor of its name before it. */
function aliasTargets(document: Document): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node(_, node) {
      const target = isAlias(node) ? anchors.get(node.source) : undefined;
      if (isAlias(node)) target && targets.set(node, target);
      else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

class Converter {
  readonly places = new Map<string, Place>();
  readonly problems: ValueProblem[] = [];
  readonly #targets: ReadonlyMap<Alias, Node>;
  #values = 0;

  constructor(document: Document) {
    this.#targets = aliasTargets(document);
  }

  convert(node: unknown, path: ConfigPath, key: Node | undefined, from: Alias | undefined): unknown {
    if (++this.#values > MOST_VALUES || path.length > DEEPEST) this.#tooMuch(from ?? node, path);
    const target = isAlias(node) ? this.#resolve(node, path) : node;
    const alias = from ?? (isAlias(node) ? node : undefined);
    this.places.set(placeKey(path), { value: (target ?? null) as Node | null, ...(key && { key }) });
    if (isMap(target)) return this.#mapping(target, path, alias);
    if (isSeq(target)) return target.items.map((item, index) => this.convert(item, [...path, index], undefined, alias));
    return isScalar(target) ? target.value : null;
  }

  #tooMuch(node: unknown, path: ConfigPath): never {
    this.problems.push({
      offset: startOf(node),
      path: [],
      message: 'too large: is an alias inside what it stands for?',
    });
    throw new TooMuch(String(path.length));
  }

  #resolve(alias: Alias, path: ConfigPath): Node | undefined {
    const target = this.#targets.get(alias);
    if (target === undefined) {
      // It is not quoted: it may be a password.
      const message = 'an alias without its anchor before it; a text that begins with "*" needs quotes';
      this.problems.push({ offset: startOf(alias), path, message });
    }
    return target;
  }

  #mapping(map: YAMLMap, path: ConfigPath, alias: Alias | undefined): Record<string, unknown> {
    const members: Record<string, unknown> = {};
    const merges = map.items.filter((pair) => this.#isMerge(pair));
    for (const pair of merges) this.#merge(pair, path, members, alias);
    for (const pair of map.items) if (!merges.includes(pair)) this.#member(pair, path, members, alias);
    return members;
  }

  #isMerge({ key }: Pair): boolean {
    return isScalar(key) && key.value === MERGE && key.type === 'PLAIN';
  }

  #merge(pair: Pair, path: ConfigPath, members: Record<string, unknown>, alias: Alias | undefined): void {
    const items = isSeq(pair.value) ? [...pair.value.items].reverse() : [pair.value];
    for (const item of items) {
      const target = isAlias(item) ? this.#resolve(item, path) : item;
      const from = alias ?? (isAlias(item) ? item : undefined);
      if (++this.#values > MOST_VALUES || path.length > DEEPEST) this.#tooMuch(from ?? item, path);
      if (isMap(target)) {
        for (const member of target.items)
          if (this.#isMerge(member)) this.#merge(member, [...path, MERGE], members, from);
          else this.#member(member, path, members, from);
      } else if (target !== undefined)
        this.problems.push({
          offset: startOf(item),
          path,
          message: 'a mapping or an alias of one is expected after "<<"',
        });
    }
  }

  #member({ key, value }: Pair, path: ConfigPath, members: Record<string, unknown>, alias: Alias | undefined): void {
    if (!isScalar(key) || key.value === null) {
      const isTemplate = isMap(key) && key.flow === true;
      const message = isTemplate ? 'a text with "{{ }}" in it needs quotes' : 'a key must be a text';
      this.problems.push({ offset: startOf(key ?? value), path, message });
      return;
    }
    const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
    const member = this.convert(value, [...path, name], key, alias);
    Object.defineProperty(members, name, { value: member, enumerable: true, writable: true, configurable: true });
  }
}

/** A document as plain values. Aliases are followed, `<<` is merged; never throws. */
export function plainDocument(document: Document): PlainDocument {
  const converter = new Converter(document);
  const { places, problems } = converter;
  try {
    return { value: converter.convert(document.contents, [], undefined, undefined), places, problems };
  } catch (error) {
    if (error instanceof TooMuch) return { value: undefined, places, problems };
    throw error;
  }
}
