import type { DisplayDriver, Model, Quantity, Readings, Source, Widget } from './types.ts';

/** A length along a row or column: letters, lines of text, pixels, a share of the whole, or a share of the rest. */
export interface Length {
  readonly value: number;
  readonly unit: 'ch' | 'lines' | 'px' | '%' | 'fr';
}

/** Where something stands in the config: keys and list positions from the top. */
export type ConfigPath = readonly (string | number)[];

/** A node of a page that holds others, side by side, one below the other, or one on top of the other. */
export interface BoxNode {
  readonly kind: 'row' | 'column' | 'stack';
  readonly size: Length;
  readonly children: readonly PageNode[];
  readonly path: ConfigPath;
}

/** A node of a page that shows something. */
export interface WidgetNode {
  readonly kind: 'widget';
  readonly size: Length;
  readonly widget: Widget;
  /** Checked against the widget's schema, with defaults filled in. */
  readonly options: unknown;
  readonly path: ConfigPath;
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
  /** At most so many frames a second. */
  readonly fps: number;
  /** At least one. */
  readonly pages: readonly Page[];
  /** Milliseconds after which the next page comes; by keys only when left out. */
  readonly rotate?: number;
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
}

/** A checked config: nothing in it can be wrong any more. */
export interface Program {
  readonly displays: readonly DisplayPlan[];
  readonly sources: readonly SourcePlan[];
  readonly keys: readonly KeyBinding[];
  readonly expressions: Expressions;
}
