export declare function changesOf(path: string): Observable<Change>;

export declare const identityOf: ({ dev, ino, birthtimeMs }: Stats) => string;

export declare function openFile(path: string): Promise<FileHandle>;

export declare const pathOption: <const D extends string>(description: D) => {
    type: "string";
    minLength: 1;
    description: string;
};

export declare function readBeginning(path: string, most: number): Promise<Content>;

export declare function unreadable(path: string, error: unknown): LcdError;
