export type Conformance<S extends OptionsSchema = OptionsSchema> = Claims<S> & ({
    readonly emulator: DeviceEmulator;
    readonly emulate?: never;
} | {
    readonly emulate: () => EmulatedPanel;
    readonly emulator?: never;
});

export interface ConformanceCheck {
    readonly name: string;
    run(): void | Promise<void>;
}

export declare const PICTURE_FONT = "6x8";

export type Random = (limit: number) => number;

export interface Shot {
    readonly at: number;
    readonly picture: string;
}

export interface SourceBench {
    readonly logged: string[];
    tick(ms?: number): void;
    listeners(): boolean;
    watch(): Watching;
}

export declare class VirtualScheduler extends TestScheduler {
    constructor();
    schedule<T>(work: Work<T>, delay?: number, state?: T): Subscription;
}

export interface Watching {
    readonly seen: readonly Readings[];
    next(): Promise<Readings>;
    until(isRight: (readings: Readings) => boolean): Promise<Readings>;
    stop(): void;
}

export interface WidgetProof {
    readonly width: number;
    readonly height: number;
    readonly cell: CellKind;
    readonly font?: string;
    readonly colors?: number;
    readonly ink?: Ink;
    readonly readings?: Readonly<Record<string, Readings | Observable<Readings>>>;
    readonly values?: Readonly<Record<string, unknown>>;
    readonly begin?: number;
    readonly log?: Logger;
}

export declare const bytes: (text: string) => Uint8Array;

export declare function driverConformance<S extends OptionsSchema>(claims: Conformance<S>): readonly ConformanceCheck[];

export declare const filmOf: (pictures: Observable<string>, duration: number) => string;

export declare const frameOfLines: (rows: readonly string[], width: number) => Frame;

export declare function fuzz(count: number, run: (random: Random) => void, first?: number): void;

export declare const hex: (packet: Uint8Array) => string;

export declare const letterLines: ({ width, height, cells }: Frame) => readonly string[];

export declare function matchesGolden(file: URL | string, actual: string): void;

export declare function must(isTrue: boolean, what: string): void;

export declare function picture(frame: Frame, cell: CellKind): string;

export declare function pictureOf(drawable: Drawable, size: Size, cell: CellKind, font?: string, colors?: number, ink?: Ink): string;

export declare function randomBytes(random: Random, most: number, likely: readonly number[]): Uint8Array;

export declare function renderWidget(widget: Widget, options: unknown, proof: WidgetProof): Observable<string>;

export declare function shotsOf(pictures: Observable<string>, duration: number): readonly Shot[];

export declare function sourceBench(read: (context: SourceContext) => Observable<Readings>, finished: (stop: () => void) => void, begin?: number): SourceBench;

export declare function sourceChapter({ name, meaning, options, describe }: Source): string;

export declare function testCard(size: Size, cell: CellKind): Frame;

export declare function withDefaults(schema: OptionSchema, given: unknown): unknown;
