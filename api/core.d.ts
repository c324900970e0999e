export type Align = 'left' | 'center' | 'right';

export interface Attempt {
    readonly readings?: Readings;
    readonly problem?: string;
}

export declare const BLACK = 0;

export type BarDirection = 'right' | 'left' | 'up' | 'down';

export interface BarOptions {
    readonly fraction: number | undefined;
    readonly second?: number | undefined;
    readonly direction?: BarDirection;
    readonly segments?: number | undefined;
    readonly color?: number;
    readonly secondColor?: number;
    readonly frame?: boolean;
    readonly frameColor?: number;
}

export interface BigTextOptions {
    readonly rows?: number;
    readonly align?: Align;
    readonly vertical?: VerticalAlign;
    readonly color?: number;
    readonly longest?: string;
}

export interface BoxNode extends PlacedNode {
    readonly kind: 'row' | 'column' | 'stack';
    readonly children: readonly PageNode[];
    readonly inset?: Readonly<Record<keyof Room, Length>>;
    readonly gap?: Length;
    readonly align?: 'start' | 'center' | 'end' | 'between';
}

export interface Bus {
    readonly name: string;
    connect(address: Readonly<Record<string, unknown>>, log: Logger): Observable<Transport>;
    list?(): Observable<readonly FoundDevice[]>;
    arrivals?(): Observable<FoundDevice>;
}

export declare const COLOR_NAMES: readonly string[];

export type CellKind = 'pixel' | 'character';

export type CharacterDisplay = Pick<Display, 'width' | 'height' | 'cell' | 'tile' | 'widest' | 'gap' | 'encode' | 'write'>;

export interface CharacterPanel extends Size {
    readonly rom: CharacterRom;
    readonly slots: readonly number[];
    readonly moveCost: number;
    readonly widest?: number;
    show(at: Point, codes: Uint8Array, cursorIsThere: boolean): readonly Uint8Array[];
    define(slot: number, rows: Uint8Array): readonly Uint8Array[];
    readonly definingKeepsCursor?: boolean;
    cursorAfter?(at: Point): Point | undefined;
}

export interface CharacterRom {
    readonly name: string;
    code(codePoint: number): number | undefined;
    readonly letters?: ReadonlyMap<number, number>;
}

export interface Circle {
    readonly middle: {
        readonly x: number;
        readonly y: number;
    };
    readonly diameter: number;
}

export interface Compiled<T> {
    readonly sources: readonly string[];
    evaluate(readings: Readonly<Record<string, Readings | undefined>>): T;
}

export interface Completion {
    readonly packet: Uint8Array;
    readonly bytes: number;
}

export type ConfigPath = readonly (string | number)[];

export declare const DESCRIBED_AGE: Source['describe'];

export declare const DESCRIBED_TEXT: Source['describe'];

export declare const DOTS: Size;

export declare const DOTS_OF_LETTER: Size;

export type DeviceChoice = 'auto' | 'emulated' | 'attached' | Readonly<Record<string, unknown>>;

export interface DeviceEmulator {
    readonly driver: string;
    readonly model: string;
    readonly bus: string;
    readonly interval: number;
    readonly baudRate?: number;
    readonly usb?: UsbDescriptors;
    powerUp(): EmulatedDevice;
    explain(packet: Uint8Array, direction: 'out' | 'in'): string;
}

export interface Display extends Size {
    readonly cell: CellKind;
    readonly tile?: Size;
    readonly widest?: number;
    readonly gap?: number;
    readonly ahead?: number;
    encode?(frame: Frame): Frame;
    write(frame: Frame, area: Rect): Observable<unknown>;
    readonly keys?: Observable<KeyEvent>;
    readonly controls?: Readonly<Record<string, (level: number) => Observable<unknown>>>;
    readonly readings?: Observable<Readings>;
    readonly info?: Observable<Readonly<Record<string, string>>>;
    readonly queue?: TransferQueue;
}

export interface DisplayDriver<S extends OptionsSchema = OptionsSchema> {
    readonly name: string;
    readonly meaning: string;
    readonly options: S;
    readonly bus?: string;
    readonly models: readonly Model[];
    model(options: OptionsOf<S>): Model;
    open(options: OptionsOf<S>, context: DriverContext): Observable<Display>;
}

export interface DisplayPlan {
    readonly name: string;
    readonly driver: DisplayDriver;
    readonly options: unknown;
    readonly model: Model;
    readonly device: DeviceChoice;
    readonly font?: string;
    readonly fonts?: Fonts;
    readonly fps: number;
    readonly pages: readonly Page[];
    readonly rotate?: number;
    readonly controls?: Readonly<Record<string, string>>;
    readonly farewell?: Farewell;
}

export interface DisplaySources {
    readonly plans: readonly SourcePlan[];
    heard(name: string): MonoTypeOperatorFunction<Display>;
}

export type Drawable = (surface: Surface) => void;

export interface DrawingText extends TextStyle {
    readonly kind: 'text';
    readonly at: Point;
    readonly text: string;
    readonly align?: Align;
}

export interface DriverContext {
    connect(bus: string, address: Readonly<Record<string, unknown>>): Observable<Transport>;
    readonly display: string;
    readonly log: Logger;
}

export interface EmulatedDevice {
    receive(packet: Uint8Array): Reaction;
    press(key: string, pressed: boolean): readonly Uint8Array[];
    glass(): Frame;
    controls(): Readonly<Record<string, number>>;
}

export type ErrorCode = 'config' | 'not-found' | 'busy' | 'permission' | 'disconnected' | 'timeout' | 'protocol';

export interface ExpressionFunction {
    readonly signature: string;
    readonly meaning: string;
    call(...values: never[]): unknown;
}

export interface Expressions {
    value(expression: string): Compiled<Quantity>;
    text(template: string): Compiled<string>;
    rows(list: string, expressions: readonly string[]): Compiled<readonly Row[] | undefined>;
}

export declare const FAREWELL_TIME = 2000;

export declare const FONT_NAMES: readonly string[];

export interface Farewell {
    readonly page?: Page;
    readonly levels: Readonly<Record<string, number>>;
}

export interface Font extends Size {
    readonly name: string;
    readonly ascent: number;
    readonly proportional?: boolean;
    readonly threshold?: number;
    glyph(codePoint: number): Glyph | undefined;
    mask?(grapheme: string): Mask | undefined;
}

export interface FontFile {
    readonly name: string;
    readonly path: string;
    readonly label: string;
    readonly size?: number;
    readonly threshold?: number;
}

export interface FontOpener {
    open(file: FontFile): Promise<Font>;
    readonly last?: Observable<Font>;
}

export interface Fonts {
    readonly named: ReadonlyMap<string, Font>;
    readonly last?: Observable<Font>;
}

export interface FoundDevice {
    readonly bus: string;
    readonly address: Readonly<Record<string, unknown>>;
    readonly label: string;
}

export interface Frame extends Size {
    readonly cells: Uint32Array;
}

export interface FramingOptions {
    readonly max?: number;
    readonly garbage?: (bytes: number) => void;
}

export interface GlassColors {
    readonly ink: number;
    readonly paper: number;
}

export interface Glyph {
    readonly rows: Uint32Array;
    readonly width?: number;
}

export interface GraphOptions extends GraphSeries {
    readonly others?: readonly GraphSeries[];
    readonly style?: GraphStyle;
}

export interface GraphSeries {
    readonly fractions: readonly (number | undefined)[];
    readonly color?: number;
    readonly colors?: readonly number[];
}

export type GraphStyle = 'filled' | 'line' | 'columns';

export interface Host {
    context(plan: DisplayPlan): DriverContext;
    readonly log: Logger;
    arrivals?(plan: DisplayPlan): Observable<unknown>;
}

export declare const INVERTED = 2147483648;

export type Ink = 'light' | 'dark';

export declare const KEEP_OPTION: {
    readonly type: "string";
    readonly format: "duration";
    readonly description: "How long the last values stay when no new ones come. Left out: until measuring fails, and for ever where it does not.";
};

export interface Keeping {
    readonly name: string;
    readonly keep?: string | undefined;
    readonly context: SourceContext;
}

export interface KeyBinding {
    readonly display: string;
    readonly key: string;
    readonly action: PageAction;
}

export interface KeyEvent {
    readonly key: string;
    readonly pressed: boolean;
}

export interface LabelOptions {
    readonly align?: Align;
    readonly vertical?: VerticalAlign;
    readonly font?: string | undefined;
    readonly color?: number;
    readonly background?: number;
    readonly inverted?: boolean;
    readonly bold?: boolean;
    readonly underlined?: boolean;
    readonly offset?: number;
}

export interface Layout {
    readonly placements: readonly Placement[];
    readonly problems: readonly LayoutProblem[];
}

export interface LayoutProblem {
    readonly path: ConfigPath;
    readonly message: string;
}

export declare class LcdError extends Error {
    readonly code: ErrorCode;
    constructor(code: ErrorCode, message: string, options?: ErrorOptions);
}

export interface Length {
    readonly value: number;
    readonly unit: 'ch' | 'lines' | 'px' | '%' | 'fr';
}

export interface Limits {
    readonly min?: number | undefined;
    readonly max?: number | undefined;
}

export interface LineCutter {
    add(bytes: Uint8Array): readonly string[];
    rest(): string | undefined;
}

export interface LineOptions extends FramingOptions {
    readonly max?: number;
    readonly end?: '\n' | '\r';
    readonly encoding?: 'utf8' | 'latin1';
}

export interface Logger {
    debug(message: string): void;
    info(message: string): void;
    warn(message: string): void;
    error(message: string): void;
}

export declare const MARQUEE_GAP = 3;

export declare const MOST_LINES_AT_ONCE = 1000;

export interface Mask {
    readonly width: number;
    readonly coverage: Uint8Array;
}

export interface Model extends Size {
    readonly name: string;
    readonly cell: CellKind;
    readonly colors: number;
    readonly ink?: Ink;
    readonly keys: readonly string[];
    readonly controls: readonly string[];
    readonly readings?: Source['describe'];
    readonly usb?: {
        readonly vendorId: number;
        readonly productId: number;
    };
}

export type Moment = {
    readonly kind: 'time';
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
} | {
    readonly kind: 'date';
    readonly at: number;
};

export type NamedReading = OptionsOf<typeof NAMED_READING>;

export type OptionFormat = 'duration' | 'length' | 'distance' | 'percent' | 'color' | 'expression' | 'list' | 'row' | 'template' | 'font' | 'regex' | 'moment' | 'timezone' | 'language' | 'secret';

export type OptionSchema = TextOption | NumberOption | BooleanOption | ListOption | OptionsSchema | MappingOption | ChoiceOption;

export type OptionsOf<S> = S extends {
    anyOf: readonly (infer A)[];
} ? OptionsOf<A> : S extends {
    enum: readonly (infer E)[];
} ? E : S extends {
    type: 'string';
    format: 'secret';
} ? Secret : S extends {
    type: 'string';
} ? string : S extends {
    type: 'number' | 'integer';
} ? number : S extends {
    type: 'boolean';
} ? boolean : S extends {
    type: 'array';
    items: infer I;
} ? readonly OptionsOf<I>[] : S extends {
    type: 'object';
    additionalProperties: infer V extends object;
} ? Readonly<Record<string, OptionsOf<V>>> : S extends {
    type: 'object';
    properties: infer P;
} ? string extends keyof P ? never : Flat<{
    readonly [K in keyof P & Given<S>]: OptionsOf<P[K]>;
} & {
    readonly [K in Exclude<keyof P, Given<S>>]?: OptionsOf<P[K]>;
}> : unknown;

export interface OptionsSchema extends Described {
    readonly type: 'object';
    readonly properties: Readonly<Record<string, OptionSchema>>;
    readonly required?: readonly string[];
    readonly additionalProperties: false;
}

export interface OwnPlace {
    readonly x: Length;
    readonly y: Length;
    readonly width?: Length;
    readonly height?: Length;
}

export interface Page {
    readonly name: string;
    readonly root: PageNode;
}

export type PageAction = 'page.next' | 'page.previous';

export type PageNode = BoxNode | WidgetNode;

export type Parse<T> = (bytes: Uint8Array) => Parsed<T>;

export type Parsed<T> = 'more' | {
    readonly packet: T;
    readonly used: number;
} | {
    readonly skip: number;
};

export interface Past {
    readonly values: readonly (number | undefined)[];
    readonly quantity: Quantity;
}

export interface Place extends Size {
    readonly cell: CellKind;
    readonly letter: Size;
    measure(text: string, style?: TextStyle): Size;
}

export interface Placement {
    readonly node: WidgetNode;
    readonly area: Rect;
    readonly when: readonly string[];
}

export interface Plugin {
    readonly name: string;
    readonly apiVersion: 1;
    readonly sources?: readonly Source[];
    readonly widgets?: readonly Widget[];
    readonly drivers?: readonly DisplayDriver[];
    readonly buses?: readonly Bus[];
    readonly emulators?: readonly DeviceEmulator[];
    readonly functions?: readonly ExpressionFunction[];
}

export type PluginFactory<O = never> = (options: O, config: {
    readonly folder: string;
}) => Plugin;

export interface Point {
    readonly x: number;
    readonly y: number;
}

export interface Program {
    readonly displays: readonly DisplayPlan[];
    readonly sources: readonly SourcePlan[];
    readonly keys: readonly KeyBinding[];
    readonly expressions: Expressions;
}

export interface Quantity {
    readonly value: unknown;
    readonly unit?: string;
    readonly min?: number;
    readonly max?: number;
}

export interface Reaction {
    readonly answers?: readonly Uint8Array[];
    readonly busy?: number;
}

export interface ReadingDescription {
    readonly unit: string;
    readonly range?: readonly [
        min: number,
        max: number | string
    ];
    readonly meaning: string;
}

export type Readings = Readonly<Record<string, unknown>>;

export interface Rect extends Point, Size {
}

export interface Room {
    readonly left: string;
    readonly right: string;
    readonly top: string;
    readonly bottom: string;
}

export type Row = (expression: string) => Quantity;

export type RunEvent = {
    readonly kind: 'opened';
    readonly name: string;
    readonly display: Display;
} | {
    readonly kind: 'shown';
    readonly name: string;
    readonly area: Rect;
} | {
    readonly kind: 'lost';
    readonly name: string;
    readonly error: unknown;
} | {
    readonly kind: 'failed';
    readonly name: string;
    readonly error: unknown;
} | {
    readonly kind: 'closed';
    readonly name: string;
};

export interface RunOptions {
    readonly stop?: Observable<unknown>;
    readonly areas?: boolean;
}

export interface Scaled {
    readonly amount: number | undefined;
    readonly fraction: number | undefined;
    readonly unit: string;
    readonly min: number;
    readonly max: number;
}

export declare class Secret {
    #private;
    constructor(text: string | (() => ObservableInput<string>));
    reveal(): Observable<string>;
    hide(message: string): string;
    toString(): string;
    toJSON(): string;
}

export interface Sector {
    readonly from: number;
    readonly to: number;
}

export type Shape = {
    readonly kind: 'fill';
    readonly color: number;
} | {
    readonly kind: 'pixel';
    readonly at: Point;
    readonly color: number;
} | {
    readonly kind: 'line';
    readonly points: readonly Point[];
    readonly color: number;
    readonly thickness?: number;
} | ({
    readonly kind: 'rectangle';
    readonly area: Rect;
} & Outline) | ({
    readonly kind: 'circle';
    readonly center: Point;
    readonly radius: number;
} & Outline) | DrawingText;

export interface Size {
    readonly width: number;
    readonly height: number;
}

export interface Source<S extends OptionsSchema = OptionsSchema> {
    readonly name: string;
    readonly meaning: string;
    readonly options: S;
    readonly describe: Readonly<Record<string, ReadingDescription>>;
    describeFor?(options: OptionsOf<S>): Readonly<Record<string, ReadingDescription>>;
    read(options: OptionsOf<S>, context: SourceContext): Observable<Readings>;
}

export interface SourceContext {
    ticks(every: number): Observable<number>;
    readonly log: Logger;
}

export interface SourceHub {
    readings(name: string): Observable<Readings>;
    ticks(every: number): Observable<number>;
}

export interface SourcePlan {
    readonly name: string;
    readonly source: Source;
    readonly options: unknown;
}

export interface Surface extends Size {
    readonly cell: CellKind;
    readonly letter: Size;
    readonly mono?: boolean;
    readonly ink?: Ink;
    fill(area: Rect, color: number): void;
    text(at: Point, text: string, style?: TextStyle): Size;
    measure(text: string, style?: TextStyle): Size;
    blit(at: Point, picture: Frame): void;
    clip(area: Rect): Surface;
}

export interface SurfaceLook {
    readonly named?: ReadonlyMap<string, Font>;
    readonly last?: (() => Font | undefined) | undefined;
    readonly ink?: Ink | undefined;
}

export declare const TAIL = 0;

export declare const TEXT_OPTIONS: {
    readonly pattern: {
        readonly type: "string";
        readonly format: "regex";
        readonly description: "Each named group, such as (?<free>\\d+), is a reading of that name.";
    };
    readonly readings: {
        readonly type: "object";
        readonly propertyNames: {
            readonly pattern: "^[A-Za-z][A-Za-z0-9_]*$";
        };
        readonly additionalProperties: {
            readonly type: "object";
            readonly properties: {
                readonly json: {
                    readonly type: "string";
                    readonly pattern: string;
                    readonly description: "Where it lies when the text is JSON.";
                    readonly examples: readonly [
                        "main.temp",
                        "rooms[0].name"
                    ];
                };
                readonly line: {
                    readonly type: "integer";
                    readonly description: "The line it is on: 1 is the first, -1 the last.";
                };
                readonly pattern: {
                    readonly type: "string";
                    readonly format: "regex";
                    readonly description: "Its first group is the value; without one all of it.";
                };
                readonly as: {
                    readonly type: "string";
                    readonly enum: readonly [
                        "text",
                        "number"
                    ];
                    readonly description: "The first number in it, or the text as it is. Left out: a number where there is nothing else.";
                };
                readonly unit: {
                    readonly type: "string";
                    readonly description: "Such as °C or %.";
                };
                readonly range: {
                    readonly type: "array";
                    readonly items: {
                        readonly type: "number";
                    };
                    readonly minItems: 2;
                    readonly maxItems: 2;
                    readonly description: "Smallest and largest value, for bars and graphs.";
                };
                readonly meaning: {
                    readonly type: "string";
                    readonly description: "What it is, for `lcd sources`.";
                };
            };
            readonly additionalProperties: false;
        };
        readonly description: "Readings by names of your own, and where they are in the text.";
    };
};

export interface TextOptions {
    readonly pattern?: string;
    readonly readings?: Readonly<Record<string, NamedReading>>;
}

export interface TextReadings {
    readonly readings: Readings;
    readonly problem?: string;
}

export interface TextStyle {
    readonly font?: string;
    readonly color?: number;
    readonly background?: number;
    readonly inverted?: boolean;
    readonly bold?: boolean;
    readonly underlined?: boolean;
}

export interface Threshold {
    readonly from: number;
    readonly color: string;
}

export interface TransferQueue {
    readonly completions: Observable<Completion>;
    send(packets: Iterable<Uint8Array>): Observable<Completion>;
    request<T>(packet: Uint8Array, answer: (incoming: Uint8Array) => T | undefined, within: number): Observable<T>;
}

export interface Transport {
    submit(packet: Uint8Array): Observable<Completion>;
    readonly incoming: Observable<Uint8Array>;
}

export declare const UNKNOWN = 4294967295;

export interface UsbDescriptors {
    readonly device: Uint8Array;
    readonly configuration: Uint8Array;
    readonly strings: readonly string[];
    readonly report?: Uint8Array;
}

export interface ValueBarOptions extends BarOptions {
    readonly text: string;
    readonly letters: number;
    readonly textColor?: number;
}

export type VerticalAlign = 'top' | 'middle' | 'bottom';

export declare const WHITE = 16777215;

export interface Widget<S extends OptionsSchema = OptionsSchema> {
    readonly name: string;
    readonly meaning: string;
    readonly options: S;
    readonly main?: string;
    readonly background?: boolean;
    around?(options: OptionsOf<S>): Room;
    render(options: OptionsOf<S>, context: WidgetContext): Observable<Drawable>;
}

export interface WidgetContext {
    readonly place: Place;
    source(name: string): Observable<Readings>;
    value(expression: string): Observable<Quantity>;
    text(template: string): Observable<string>;
    rows(list: string, expressions: readonly string[]): Observable<readonly Row[] | undefined>;
    ticks(every: number): Observable<number>;
    readonly log: Logger;
}

export interface WidgetNode extends PlacedNode {
    readonly kind: 'widget';
    readonly widget: Widget;
    readonly options: unknown;
    readonly every?: number;
}

export declare const alignOptions: {
    readonly align: {
        readonly type: "string";
        readonly enum: readonly [
            "left",
            "center",
            "right"
        ];
        readonly default: "left";
        readonly description: "Where it stands between the left and the right edge of the place.";
    };
    readonly vertical: {
        readonly type: "string";
        readonly enum: readonly [
            "top",
            "middle",
            "bottom"
        ];
        readonly default: "middle";
        readonly description: "Where it stands between the upper and the lower edge of the place.";
    };
};

export declare function amountOf(value: unknown): number | undefined;

export declare const asciiRom: import("../character-rom.ts").CharacterRom;

export declare function bar(options: BarOptions): Drawable;

export declare const before: (room: number, align: Align | VerticalAlign) => number;

export declare function bigText(text: string, options?: BigTextOptions): Drawable;

export declare function bigTextSize(text: string, place: Pick<Place, 'cell' | 'width' | 'height' | 'measure'>, longest?: string): Size;

export declare function blankFrame({ width, height }: Size, cell?: number): Frame;

export declare const blocks: (picture: Frame, columns: 1 | 2) => Drawable;

export declare const cellAt: (frame: Frame, { x, y }: Point) => number;

export declare function cellsAlong(lengths: readonly Length[], axis: keyof Size, room: number, whole: number, panel: Panel): readonly number[];

export declare function characterDisplay(panel: CharacterPanel, send: (packets: readonly Uint8Array[]) => Observable<unknown>): CharacterDisplay;

export declare function characterRom(name: string, rows: Readonly<Record<number, string>>): CharacterRom;

export declare function clock(): (every: number) => Observable<number>;

export declare const colorByOptions: {
    readonly colors: {
        readonly type: "array";
        readonly items: {
            readonly type: "object";
            readonly properties: {
                readonly from: {
                    readonly type: "number";
                    readonly description: "The least value that has this colour, in the unit of the reading.";
                };
                readonly color: {
                    readonly type: "string";
                    readonly format: "color";
                    readonly description: "The colour from there on.";
                };
            };
            readonly required: readonly [
                "from",
                "color"
            ];
            readonly additionalProperties: false;
        };
        readonly description: "Other colours for larger values; the largest `from` that the value reaches counts, in any order.";
        readonly examples: readonly [
            readonly [
                {
                    readonly from: 60;
                    readonly color: "yellow";
                },
                {
                    readonly from: 80;
                    readonly color: "red";
                }
            ]
        ];
    };
    readonly colorBy: {
        readonly type: "string";
        readonly format: "expression";
        readonly description: "What `colors` are compared with; they change nothing when left out.";
        readonly examples: readonly [
            "cpu.busy"
        ];
    };
};

export declare function colorNamed(text: string): number | undefined;

export declare function columnsOf(grapheme: string): number;

export declare function copyArea(from: Frame, to: Frame, area: Rect): void;

export declare function dataWords(bytes: Iterable<number>): string;

export declare const defaultFont: ({ width, height }: Size) => string;

export declare const defineDriver: <const S extends OptionsSchema>(driver: DisplayDriver<S>) => DisplayDriver<S>;

export declare const definePlugin: (plugin: Plugin) => Plugin;

export declare const defineSource: <const S extends OptionsSchema>(source: Source<S>) => Source<S>;

export declare const defineWidget: <const S extends OptionsSchema>(widget: Widget<S>) => Widget<S>;

export declare function describedInText({ pattern, readings }: TextOptions): Source['describe'];

export declare const describedReadings: ({ source, options }: Pick<SourcePlan, "source" | "options">) => Source["describe"];

export declare function displaySources(displays: readonly Pick<DisplayPlan, 'name' | 'model'>[]): DisplaySources;

export declare function dotMatrix({ width, height }: Size, dotsAt: (index: number) => ArrayLike<number>, { ink, paper }: GlassColors): Frame;

export declare const drawing: (shapes: readonly Shape[]) => Drawable;

export declare function drawnLetter(rows: ArrayLike<number>): string;

export declare const elapse: (ms: number) => Observable<0>;

export declare function fillHand(surface: Surface, circle: Circle, hand: {
    readonly turns: number;
    readonly from: number;
    readonly to: number;
    readonly width: number;
}, color: number): void;

export declare function fillInk(surface: Surface, { x, y, width, height }: Rect, color: number): void;

export declare function fillRing(surface: Surface, { middle, diameter }: Circle, thickness: number, sector: Sector, color: number): void;

export declare function firstExpression(template: string): string | undefined;

export declare function fittingFont(text: string, { width, height }: Size): string;

export declare function fontFor(height: number, width?: number): string;

export declare const fontNamed: (name: string) => Font | undefined;

export declare const fontSizes: ReadonlyMap<string, Size>;

export declare function fraction(text: string): number | undefined;

export declare function fractionOf(value: number | undefined, min: number, max: number): number | undefined;

export declare function graph({ others, style, ...first }: GraphOptions): Drawable;

export declare function graphemes(text: string): readonly string[];

export declare const groupsOf: (pattern: string | undefined) => readonly string[];

export declare const hd44780A00: import("../character-rom.ts").CharacterRom;

export declare const hd44780A02: import("../character-rom.ts").CharacterRom;

export declare function historyStream(expressions: readonly string[], span: string, columns: number, context: Pick<WidgetContext, 'ticks' | 'value'>): Observable<readonly Past[]>;

export declare function intersection(a: Rect, b: Rect): Rect;

export declare const isInk: (color: number) => boolean;

export declare function isPassing(error: unknown): boolean;

export declare function keepReadings({ name, keep, context }: Keeping): OperatorFunction<Attempt, Readings>;

export declare const ks0073: import("../character-rom.ts").CharacterRom;

export declare function label(text: string, options?: LabelOptions): Drawable;

export declare function layout(root: PageNode, size: Size, letter: Size, cell: CellKind): Layout;

export declare function lengthOf(text: string): Length | undefined;

export declare function letterDots(cell: number): Uint8Array;

export declare function letterGlyph(font: Font, codePoint: number): Glyph;

export declare function letterOf(model: Pick<Model, 'width' | 'height' | 'cell'>, font?: string, fonts?: Pick<Fonts, 'named'>): Size;

export declare function lettersIn(text: string): number;

export declare const limitsOptions: {
    readonly min: {
        readonly type: "number";
        readonly description: "The value where the scale begins; the reading's own smallest value when left out, else 0 or the smallest seen.";
    };
    readonly max: {
        readonly type: "number";
        readonly description: "The value where the scale ends; the reading's own largest value when left out, else the largest seen.";
    };
};

export declare const lineColor: ({ mono }: Surface, color: number) => number;

export declare function lineCutter(longest: number, newest?: number): LineCutter;

export declare function lineReadings(options: TextOptions): (lines: readonly string[]) => Attempt;

export declare const lines: ({ max, end, encoding, garbage }?: LineOptions) => OperatorFunction<Uint8Array, string>;

export declare const luminance: (color: number) => number;

export declare const mark: Drawable;

export declare function marqueeText(text: string, columns: number, step: number): string;

export declare const matrixOrbitalRom: {
    name: string;
    code(codePoint: number): number | undefined;
    letters?: ReadonlyMap<number, number>;
};

export declare const messageOf: (error: unknown) => string;

export declare function milliseconds(text: string): number | undefined;

export declare function momentIn(text: string): Moment | undefined;

export declare function numberWords(value: number): string;

export declare function oneAtATime<T, R>(work: (value: T) => ObservableInput<R>, shortest?: number): OperatorFunction<T, R>;

export declare function pace<T>(period: number, soon?: SchedulerLike): MonoTypeOperatorFunction<T>;

export declare function packColumns(frame: Frame, { x, y, width }: Rect): Uint8Array;

export declare const packets: <T>(parse: Parse<T>, { max, garbage }?: FramingOptions) => OperatorFunction<Uint8Array, T>;

export declare function paint(drawable: Drawable, { model, font, fonts }: Panel, last?: SurfaceLook['last']): Frame;

export declare const plainText: (text: string) => string;

export declare function present(display: Display, frames: Observable<Frame>): Observable<Rect>;

export declare function revive<T>(meanwhile: Meanwhile<T>, hint?: Observable<unknown>, lasting?: number): MonoTypeOperatorFunction<T>;

export declare function romWithout(rom: CharacterRom, taken: readonly number[]): CharacterRom;

export declare function run(program: Program, host: Host, { stop, areas }?: RunOptions): Observable<RunEvent>;

export declare function scaleOf(asked: Limits, known: Limits, seen: readonly number[]): readonly [
    min: number,
    max: number
];

export declare function scaledValues(expressions: readonly string[], asked: Limits, { value }: Pick<WidgetContext, 'value'>): Observable<readonly Scaled[]>;

export declare function secretsIn(options: unknown): readonly Secret[];

export declare function shortNumber(value: number | undefined): string;

export declare function sidesWithin(whole: number, near: number, far: number): readonly [
    near: number,
    far: number
];

export declare function sourceHub(plans: readonly SourcePlan[], log: Logger): SourceHub;

export declare function splitTemplate(text: string): SplitTemplate;

export declare const stack: (...drawables: readonly Drawable[]) => Drawable;

export declare function surfaceOf(frame: Frame, cell: CellKind, font?: string, colors?: number, { named, last, ink }?: SurfaceLook): Surface;

export declare function textFits(text: string, place: Pick<Place, 'width' | 'height' | 'measure'>, font?: string): boolean;

export declare function textReadings({ pattern, readings }: TextOptions): (text: string) => TextReadings;

export declare function thresholdColor(value: unknown, color: string, thresholds?: readonly Threshold[]): number;

export declare function thresholdColors({ color, colors, colorBy }: ColoredBy, { value }: Pick<WidgetContext, 'value'>): Observable<number>;

export declare const thresholdsOption: {
    readonly type: "array";
    readonly items: {
        readonly type: "object";
        readonly properties: {
            readonly from: {
                readonly type: "number";
                readonly description: "The least value that has this colour, in the unit of the reading.";
            };
            readonly color: {
                readonly type: "string";
                readonly format: "color";
                readonly description: "The colour from there on.";
            };
        };
        readonly required: readonly [
            "from",
            "color"
        ];
        readonly additionalProperties: false;
    };
    readonly description: "Other colours for larger values; the largest `from` that the value reaches counts, in any order.";
    readonly examples: readonly [
        readonly [
            {
                readonly from: 60;
                readonly color: "yellow";
            },
            {
                readonly from: 80;
                readonly color: "red";
            }
        ]
    ];
};

export declare function tilesOf(size: Size, tile?: Size): readonly Rect[];

export declare function transferQueue(transport: Transport, depth?: number): TransferQueue;

export declare function valueBar({ text, letters, textColor, ...options }: ValueBarOptions): Drawable;

export declare function valueWords(value: unknown): string;

export declare const valuesAcross: ({ width, cell }: Pick<Surface, "width" | "cell">, style: GraphStyle) => number;

export declare function wholeText(given: string): Readings;
