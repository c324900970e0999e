export interface SystemOptions {
    readonly root?: string;
}

// as default
export declare function system({ root }?: SystemOptions): Plugin;

export declare function system({ root }?: SystemOptions): Plugin;
