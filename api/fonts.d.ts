export interface FontOpenerOptions {
    readonly load?: () => Promise<object>;
    readonly last?: readonly string[];
}

export declare const fontOpener: ({ load, last }?: FontOpenerOptions) => FontOpener;
