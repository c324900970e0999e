export interface LookOptions {
    readonly scale?: number;
    readonly grid?: boolean;
    readonly bezel?: number;
    readonly paper?: number;
}

// as default
declare const _default: import("@lcdflow/core").Plugin;

export declare function encodePng(frame: Frame, look?: LookOptions): Uint8Array;
