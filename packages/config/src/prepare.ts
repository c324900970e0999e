import { type Catalogue, PART } from './catalogue.ts';

type Mapping = Record<string, unknown>;

/** Whether a value is a mapping of YAML. */
export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A widget's bare name is a widget without options. */
function prepareNode(node: unknown, catalogue: Catalogue): unknown {
  if (typeof node === 'string' && /^[\w-]+$/.test(node)) return { [node]: null };
  if (!isMapping(node)) return node;
  for (const kind of ['row', 'column', 'stack']) {
    const children = Object.hasOwn(node, kind) ? node[kind] : undefined;
    if (Array.isArray(children)) node[kind] = children.map((child) => prepareNode(child, catalogue));
  }
  for (const options of partsHolders(node, catalogue)) setOwn(options, PART, prepareNode(options[PART], catalogue));
  return node;
}

/** The mappings of a node that say what stands inside it: its options, or the node itself where they stand beside. */
function partsHolders(node: Mapping, { widgets }: Catalogue): readonly Mapping[] {
  const names = Object.keys(node).filter((key) => widgets.get(key)?.around !== undefined);
  const holders = names.length === 0 ? [] : [node, ...names.map((name) => node[name]).filter(isMapping)];
  return holders.filter((options) => Object.hasOwn(options, PART));
}

/** Every source that needs no options is there under its own name; an entry of that name need not repeat it. */
function prepareSources(sources: Mapping, catalogue: Catalogue): Mapping {
  const prepared: Mapping = {};
  for (const [name, { options }] of catalogue.sources)
    if ((options.required ?? []).length === 0) prepared[name] = { source: name };
  for (const [name, given] of Object.entries(sources)) {
    const instance = given ?? {};
    const isOwn = isMapping(instance) && !Object.hasOwn(instance, 'source') && catalogue.sources.has(name);
    const value = isOwn ? { source: name, ...instance } : instance;
    Object.defineProperty(prepared, name, { value, enumerable: true, writable: true, configurable: true });
  }
  return prepared;
}

/** Writes out what may be left out, so that one schema fits all ways to write it. Changes the value. */
export function prepareConfig(value: unknown, catalogue: Catalogue): unknown {
  if (!isMapping(value)) return value;
  const { pages } = value;
  if (isMapping(pages)) for (const name of Object.keys(pages)) setOwn(pages, name, prepareNode(pages[name], catalogue));
  const sources = value.sources ?? {};
  if (isMapping(sources)) value.sources = prepareSources(sources, catalogue);
  return value;
}

function setOwn(mapping: Mapping, name: string, value: unknown): void {
  Object.defineProperty(mapping, name, { value, enumerable: true, writable: true, configurable: true });
}

/** The names under `fonts` of a config. */
export const fontNamesIn = (value: unknown): readonly string[] =>
  isMapping(value) && isMapping(value.fonts) ? Object.keys(value.fonts) : [];
