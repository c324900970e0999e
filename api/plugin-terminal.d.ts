export interface Glass extends Size {
    readonly title: string;
    readonly cell: CellKind;
    readonly glyphs?: GlyphChoice;
}

export type GlyphChoice = 'auto' | 'half' | 'braille';

export interface PanelAddress {
    readonly title: string;
    readonly rows: number;
    readonly columns: number;
}

export interface Run {
    readonly text: string;
    readonly ink?: number;
    readonly paper?: number;
    readonly inverted?: boolean;
}

export interface Screen {
    readonly live: boolean;
    readonly columns: number | undefined;
    connect(address: PanelAddress): Observable<Transport>;
    note(line: string): void;
}

export interface ScreenInput {
    readonly isTTY?: boolean;
    readonly isRaw?: boolean;
    readonly readableFlowing?: boolean | null;
    setRawMode?(raw: boolean): unknown;
    on(event: 'data', listener: (bytes: Uint8Array) => void): unknown;
    off(event: 'data', listener: (bytes: Uint8Array) => void): unknown;
    resume(): unknown;
    pause(): unknown;
}

export type ScreenMode = 'live' | 'plain';

export interface ScreenOptions {
    readonly output: ScreenOutput;
    readonly input: ScreenInput;
    readonly mode?: ScreenMode;
    onInterrupt(): void;
}

export interface ScreenOutput {
    readonly isTTY?: boolean;
    readonly columns?: number;
    readonly rows?: number;
    write(text: string, done: (error?: Error | null) => void): boolean;
    on(event: 'resize', listener: () => void): unknown;
    on(event: 'error', listener: (error: Error) => void): unknown;
    off(event: 'resize', listener: () => void): unknown;
    off(event: 'error', listener: (error: Error) => void): unknown;
}

export type Style = Omit<Run, 'text'>;

export interface TextRow {
    readonly row: number;
    readonly column: number;
    readonly runs: readonly Run[];
}

export declare function braille(frame: Frame, area: Rect): readonly TextRow[];

export declare function createScreen(options: ScreenOptions): Screen;

export declare function decodePacket(packet: Uint8Array): {
    readonly row: number;
    readonly column: number;
    readonly text: string;
};

// as default
declare const _default: Plugin;

export declare function encodePacket({ row, column, runs }: TextRow): Uint8Array;

export declare function glassDisplay(glass: Glass, screen: Pick<Screen, 'columns' | 'connect'>): Observable<Display>;

export declare function halfBlocks(frame: Frame, area: Rect): readonly TextRow[];

export declare function letters(frame: Frame, area: Rect): readonly TextRow[];

export declare function styledText(runs: readonly Run[]): string;

export declare function terminalPlugin(screen?: Screen): Plugin;
