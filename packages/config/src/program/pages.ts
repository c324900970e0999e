import type { ConfigPath, Page, PageNode, Widget } from '@lcdflow/core';
import { BOXES } from '../catalogue.ts';
import type { CheckedExpressions } from '../expressions/expressions.ts';
import { lengthOf, WHOLE_SHARE } from '../length.ts';
import { isMapping } from '../prepare.ts';
import { isLayoutKey } from '../schema/report.ts';
import type { JsonSchema } from '../schema/words.ts';
import type { Draft } from './draft.ts';

type Mapping = Readonly<Record<string, unknown>>;

/** One option of a widget and where it is written. */
interface WrittenOption {
  readonly name: string;
  readonly value: unknown;
  readonly path: ConfigPath;
}

/** A widget's options, whichever of the three ways they are written. */
function writtenOptions(node: Mapping, { name, main }: Widget, path: ConfigPath): readonly WrittenOption[] {
  const own = node[name];
  if (isMapping(own))
    return Object.entries(own).map(([option, value]) => ({ name: option, value, path: [...path, name, option] }));
  const beside = Object.entries(node)
    .filter(([key]) => key !== name && !isLayoutKey(key))
    .map(([option, value]) => ({ name: option, value, path: [...path, option] }));
  return main === undefined || own === null ? beside : [{ name: main, value: own, path: [...path, name] }, ...beside];
}

class PageReader {
  readonly #draft: Draft;
  readonly #expressions: CheckedExpressions;

  constructor(draft: Draft, expressions: CheckedExpressions) {
    this.#draft = draft;
    this.#expressions = expressions;
  }

  /** `undefined` when something in it is wrong: then that has been told. */
  node(value: unknown, path: ConfigPath): PageNode | undefined {
    if (!isMapping(value)) return undefined;
    const size = typeof value.size === 'string' ? lengthOf(value.size) : WHOLE_SHARE;
    const placed = { size: size ?? WHOLE_SHARE, path };
    const box = BOXES.find((kind) => Object.hasOwn(value, kind));
    if (box !== undefined) {
      const children = this.#children(value[box], [...path, box]);
      return children && { kind: box, ...placed, children };
    }
    const name = Object.keys(value).find((key) => this.#draft.catalogue.widgets.has(key));
    const widget = this.#draft.catalogue.widgets.get(name ?? '');
    if (widget === undefined) return undefined;
    const written = writtenOptions(value, widget, path);
    const properties = widget.options.properties as Readonly<Record<string, JsonSchema>>;
    for (const option of written)
      if (Object.hasOwn(properties, option.name))
        this.#draft.checkTexts(this.#expressions, properties[option.name]!, option.value, option.path);
    const options = Object.fromEntries(written.map((option) => [option.name, option.value]));
    return { kind: 'widget', ...placed, widget, options };
  }

  #children(value: unknown, path: ConfigPath): readonly PageNode[] | undefined {
    if (!Array.isArray(value)) return undefined;
    const children = value.map((child, index) => this.node(child, [...path, index]));
    return children.every((child) => child !== undefined) ? children : undefined;
  }
}

/** The pages in the config's order; `undefined` stands for one with something wrong in it. */
export function readPages(
  pages: unknown,
  draft: Draft,
  expressions: CheckedExpressions,
): ReadonlyMap<string, Page | undefined> {
  if (!isMapping(pages)) return new Map();
  const reader = new PageReader(draft, expressions);
  return new Map(
    Object.entries(pages).map(([name, value]) => {
      const path = ['pages', name];
      const root = reader.node(value, path);
      return [name, root === undefined || draft.isFaulty(path) ? undefined : { name, root }];
    }),
  );
}
