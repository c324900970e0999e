import {
  type BoxNode,
  type CellKind,
  type ConfigPath,
  type Length,
  lengthOf,
  milliseconds,
  type Page,
  type PageNode,
  type Room,
  type Widget,
  type WidgetNode,
} from '@lcdflow/core';
import { BOXES, PART } from '../catalogue.ts';
import type { CheckedExpressions } from '../expressions/expressions.ts';
import { distanceOf, WHOLE_SHARE } from '../length.ts';
import { isMapping } from '../prepare.ts';
import { LAYOUT } from '../schema/node-schema.ts';
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

type Parent = BoxNode['kind'] | 'page';

const distance = (value: unknown): Length | undefined => (typeof value === 'string' ? distanceOf(value) : undefined);
const NOWHERE: Length = { value: 0, unit: 'px' };

/** The members of a record that have a value. */
function given<T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as never;
}

/** What any node may say of its place and of when it is seen. The schema has told what is wrong with it. */
function placeOf({ size, padding, at, for: cell, when }: Mapping, path: ConfigPath) {
  return {
    path,
    size: (typeof size === 'string' ? lengthOf(size) : undefined) ?? WHOLE_SHARE,
    ...given({
      padding: distance(padding),
      at: isMapping(at) ? ownPlace(at) : undefined,
      cell: cell as CellKind | undefined,
      when: typeof when === 'string' ? when : undefined,
    }),
  };
}

/** What a widget takes at each side of what it stands round. */
function insetOf(room: Room): NonNullable<BoxNode['inset']> {
  const side = (text: string): Length => distance(text) ?? NOWHERE;
  return { left: side(room.left), right: side(room.right), top: side(room.top), bottom: side(room.bottom) };
}

const ownPlace = ({ x, y, width, height }: Mapping) => ({
  x: distance(x) ?? NOWHERE,
  y: distance(y) ?? NOWHERE,
  ...given({ width: distance(width), height: distance(height) }),
});

class PageReader {
  readonly #draft: Draft;
  readonly #expressions: CheckedExpressions;

  constructor(draft: Draft, expressions: CheckedExpressions) {
    this.#draft = draft;
    this.#expressions = expressions;
  }

  /** `undefined` when something in it is wrong: then that has been told. */
  node(value: unknown, path: ConfigPath, parent: Parent = 'page'): PageNode | undefined {
    if (!isMapping(value)) return undefined;
    if (value.at !== undefined && parent !== 'stack')
      this.#draft.add([...path, 'at'], 'key', 'only what is in a stack has a place of its own');
    this.#draft.checkTexts(this.#expressions, LAYOUT.when, value.when, [...path, 'when']);
    const box = BOXES.find((kind) => Object.hasOwn(value, kind));
    return box === undefined ? this.#widget(value, path) : this.#box(box, value, path);
  }

  #box(kind: BoxNode['kind'], value: Mapping, path: ConfigPath): PageNode | undefined {
    const children = this.#children(kind, value[kind], [...path, kind]);
    const { align } = value;
    const along = given({ gap: distance(value.gap), align: align as BoxNode['align'] });
    return children && { kind, ...placeOf(value, path), ...along, children };
  }

  #widget(value: Mapping, path: ConfigPath): PageNode | undefined {
    const name = Object.keys(value).find((key) => this.#draft.catalogue.widgets.has(key));
    const widget = this.#draft.catalogue.widgets.get(name ?? '');
    if (widget === undefined) return undefined;
    const all = writtenOptions(value, widget, path);
    const part = widget.around === undefined ? undefined : all.find((option) => option.name === PART);
    const written = all.filter((option) => option !== part);
    const properties = widget.options.properties as Readonly<Record<string, JsonSchema>>;
    const known = written.filter((option) => Object.hasOwn(properties, option.name));
    const list = known.find((option) => properties[option.name]!.format === 'list')?.value;
    const expressions = typeof list === 'string' ? this.#expressions.around(list) : this.#expressions;
    for (const option of known)
      this.#draft.checkTexts(expressions, properties[option.name]!, option.value, option.path);
    const options = Object.fromEntries(written.map((option) => [option.name, option.value]));
    const every = typeof value.every === 'string' ? milliseconds(value.every) : undefined;
    const node: WidgetNode = { kind: 'widget', ...placeOf(value, path), ...given({ every }), widget, options };
    return part === undefined ? node : this.#around(node, part);
  }

  /** A widget with a part inside is both on top of each other, in the place of the widget. */
  #around(outer: WidgetNode, part: WrittenOption): PageNode | undefined {
    const child = this.node(part.value, part.path);
    // What is wrong in its options has been told.
    if (child === undefined || this.#draft.isFaulty(outer.path)) return undefined;
    const { kind: _, widget, options, every, ...place } = outer;
    const whole = { size: WHOLE_SHARE, path: outer.path };
    const inside: BoxNode = {
      kind: 'stack',
      ...whole,
      inset: insetOf(widget.around!(options as never)),
      children: [child],
    };
    return {
      kind: 'stack',
      ...place,
      children: [{ kind: 'widget', ...whole, ...given({ every }), widget, options }, inside],
    };
  }

  #children(kind: BoxNode['kind'], value: unknown, path: ConfigPath): readonly PageNode[] | undefined {
    if (!Array.isArray(value)) return undefined;
    const children = value.map((child, index) => this.node(child, [...path, index], kind));
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
