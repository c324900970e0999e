import type { Fonts } from './fonts/fonts.ts';
import type { CellKind, DisplayDriver, Model, Quantity, Readings, Room, Row, Source, Widget } from './types.ts';

/** A length along a row or column: letters, lines of text, pixels, a share of the whole, or a share of the rest. */
export interface Length {
  readonly value: number;
  readonly unit: 'ch' | 'lines' | 'px' | '%' | 'fr';
}

/** Where something stands in the config: keys and list positions from the top. */
export type ConfigPath = readonly (string | number)[];

/** A place of a node's own in a stack, from the stack's upper left corner. */
export interface OwnPlace {
  readonly x: Length;
  readonly y: Length;
  /** As far as the stack goes when left out. */
  readonly width?: Length;
  /** As far as the stack goes when left out. */
  readonly height?: Length;
}

/** What any node of a page may say of its place and of when it is seen. */
interface PlacedNode {
  /** Along the row or column it is in. */
  readonly size: Length;
  readonly path: ConfigPath;
  /** Left free on all four sides. */
  readonly padding?: Length;
  /** Its place in a stack; the whole stack when left out. */
  readonly at?: OwnPlace;
  /** Left out, without a trace, on displays of other cells. */
  readonly cell?: CellKind;
  /** Seen only while this expression holds; its place stays. */
  readonly when?: string;
}

/** A node of a page that holds others, side by side, one below the other, or one on top of the other. */
export interface BoxNode extends PlacedNode {
  readonly kind: 'row' | 'column' | 'stack';
  readonly children: readonly PageNode[];
  /** Taken at each side by a widget that stands round it. */
  readonly inset?: Readonly<Record<keyof Room, Length>>;
  /** Left free between two children. */
  readonly gap?: Length;
  /** Where the children of a row or column stand that do not fill it; at its start when left out. */
  readonly align?: 'start' | 'center' | 'end' | 'between';
}

/** A node of a page that shows something. */
export interface WidgetNode extends PlacedNode {
  readonly kind: 'widget';
  readonly widget: Widget;
  /** Checked against the widget's schema, with defaults filled in. */
  readonly options: unknown;
  /** At most one new picture in so many ms. */
  readonly every?: number;
}

export type PageNode = BoxNode | WidgetNode;

export interface Page {
  readonly name: string;
  readonly root: PageNode;
}

/** Which device a display opens: a plugged-in one or else an emulated one, always an emulated one, or this one. */
export type DeviceChoice = 'auto' | 'emulated' | 'attached' | Readonly<Record<string, unknown>>;

/** What a display shows when the program ends. */
export interface Farewell {
  /** A page, as it looks a tenth of a second after the end has begun; nothing when left out. */
  readonly page?: Page;
  /** Levels from 0 to 1 of some of its model's controls, set when the picture is on the glass. */
  readonly levels: Readonly<Record<string, number>>;
}

/** One display of the config. */
export interface DisplayPlan {
  readonly name: string;
  readonly driver: DisplayDriver;
  /** Checked against the driver's schema, with defaults filled in. */
  readonly options: unknown;
  readonly model: Model;
  readonly device: DeviceChoice;
  /** The display's own font; chosen by the panel's size when left out. */
  readonly font?: string;
  /** The fonts of the config. */
  readonly fonts?: Fonts;
  /** At most so many frames a second. */
  readonly fps: number;
  /** At least one. */
  readonly pages: readonly Page[];
  /** Milliseconds after which the next page comes; by keys only when left out. */
  readonly rotate?: number;
  /** Expressions that rule controls of its model, by the names of these: a level from 0 to 1, or true or false. */
  readonly controls?: Readonly<Record<string, string>>;
  /** It keeps what it showed last when left out. */
  readonly farewell?: Farewell;
}

/** One source under the name that expressions use. */
export interface SourcePlan {
  readonly name: string;
  readonly source: Source;
  /** Checked against the source's schema, with defaults filled in. */
  readonly options: unknown;
}

export type PageAction = 'page.next' | 'page.previous';

/** What happens when a key of a display goes down. */
export interface KeyBinding {
  readonly display: string;
  readonly key: string;
  readonly action: PageAction;
}

/** An expression or template made ready. */
export interface Compiled<T> {
  /** Names of the sources it reads. */
  readonly sources: readonly string[];
  /** Never throws: what cannot be computed has no value. A source that has measured nothing yet is left out. */
  evaluate(readings: Readonly<Record<string, Readings | undefined>>): T;
}

/** The expression language, as the core sees it. */
export interface Expressions {
  value(expression: string): Compiled<Quantity>;
  text(template: string): Compiled<string>;
  /** The members of the list that an expression gives, for these expressions in which `row` is one of them. */
  rows(list: string, expressions: readonly string[]): Compiled<readonly Row[] | undefined>;
}

/** A checked config: nothing in it can be wrong any more. */
export interface Program {
  readonly displays: readonly DisplayPlan[];
  readonly sources: readonly SourcePlan[];
  readonly keys: readonly KeyBinding[];
  readonly expressions: Expressions;
}
