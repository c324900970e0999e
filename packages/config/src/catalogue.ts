import type { DisplayDriver, ExpressionFunction, Plugin, Source, Widget } from '@lcdflow/core';
import { createLanguage } from './expressions/environment.ts';
import { FUNCTIONS } from './expressions/functions.ts';
import { type Kind, packageOf } from './known-plugins.ts';
import { nearestWords } from './nearest.ts';

/** The kinds of nodes that hold others. */
export const BOXES = ['row', 'column', 'stack'] as const;
/** Keys that may lie beside any node's own. */
export const LAYOUT_KEYS = ['size', 'padding', 'at', 'for', 'when', 'every'] as const;

/** The option of a widget that stands round another part: what stands inside. */
export const PART = 'part';

/** Something two plugins bring, or one brings under a name it cannot have. */
interface Clash {
  /** The plugin that came too late. */
  readonly plugin: Plugin;
  readonly message: string;
}

/** Everything the loaded plugins bring, by the names a config uses. */
export interface Catalogue {
  readonly drivers: ReadonlyMap<string, DisplayDriver>;
  readonly widgets: ReadonlyMap<string, Widget>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Without the standard ones. */
  readonly functions: readonly ExpressionFunction[];
  readonly clashes: readonly Clash[];
}

const NAME = /^[A-Za-z][\w-]*$/;
/** Source names are written in expressions: no `-`, and no words of CEL. */
const IDENTIFIER = /^[A-Za-z_]\w*$/;
const CEL_WORDS: ReadonlySet<string> = new Set(
  [
    'as break const continue else false for function if import in let loop namespace null package return true var void',
    'while bool bytes cel double dyn google int list map null_type optional string type uint __proto__ prototype',
  ].flatMap((words) => words.split(' ')),
);

/** Why a source cannot have this name; `undefined` when it can. */
export function sourceNameProblem(name: string): string | undefined {
  if (!IDENTIFIER.test(name)) return 'must be letters, digits and _ only, since expressions name it';
  return CEL_WORDS.has(name) ? `"${name}" is a word of the expression language: choose another name` : undefined;
}

const nodeNameProblem = (name: string): string | undefined =>
  [...BOXES, ...LAYOUT_KEYS].includes(name as never) ? `"${name}" is a word of the page language` : undefined;

class Shelf<T extends { readonly name: string }> {
  readonly items = new Map<string, T>();
  readonly #owners = new Map<string, string>();
  readonly #kind: Kind;
  readonly #clashes: Clash[];

  constructor(kind: Kind, clashes: Clash[]) {
    this.#kind = kind;
    this.#clashes = clashes;
  }

  add(plugin: Plugin, item: T): void {
    const problem = this.#problemWith(item.name);
    if (problem !== undefined) {
      const message = `plugin "${plugin.name}": ${this.#kind} "${item.name}": ${problem}`;
      this.#clashes.push({ plugin, message });
      return;
    }
    this.items.set(item.name, item);
    this.#owners.set(item.name, plugin.name);
  }

  #problemWith(name: string): string | undefined {
    const owner = this.#owners.get(name);
    if (owner !== undefined) return `plugin "${owner}" has one of that name`;
    if (!NAME.test(name)) return 'its name must be letters, digits, - and _';
    if (this.#kind === 'source') return sourceNameProblem(name);
    return this.#kind === 'widget' ? nodeNameProblem(name) : undefined;
  }
}

function functionClashes(plugins: readonly Plugin[]): readonly Clash[] {
  const all = plugins.flatMap((plugin) => (plugin.functions ?? []).map((added) => ({ plugin, added })));
  const { refusals } = createLanguage([...FUNCTIONS, ...all.map(({ added }) => added)]);
  return all.flatMap(({ plugin, added }, index) => {
    const reason = refusals[FUNCTIONS.length + index];
    if (reason === undefined) return [];
    return [{ plugin, message: `plugin "${plugin.name}": function "${added.signature}": ${reason}` }];
  });
}

/** Puts what the plugins bring in order. The first of two with the same name stays. */
export function createCatalogue(plugins: readonly Plugin[]): Catalogue {
  const clashes: Clash[] = [];
  const drivers = new Shelf<DisplayDriver>('driver', clashes);
  const widgets = new Shelf<Widget>('widget', clashes);
  const sources = new Shelf<Source>('source', clashes);
  for (const plugin of plugins) {
    for (const driver of plugin.drivers ?? []) drivers.add(plugin, driver);
    for (const widget of plugin.widgets ?? []) widgets.add(plugin, widget);
    for (const source of plugin.sources ?? []) sources.add(plugin, source);
  }
  return {
    drivers: drivers.items,
    widgets: widgets.items,
    sources: sources.items,
    functions: plugins.flatMap((plugin) => plugin.functions ?? []),
    clashes: [...clashes, ...functionClashes(plugins)],
  };
}

/** `unknown widget "clok", did you mean "clock"?`, or which package brings it. */
export function unknownWords(kind: Kind, name: string, known: Iterable<string>): string {
  const owner = packageOf(kind, name);
  const words = `unknown ${kind} "${name}"`;
  if (owner === undefined) return `${words}${nearestWords(name, [...known])}`;
  return `${words}: npm install ${owner}, and add "${owner}" to plugins`;
}
