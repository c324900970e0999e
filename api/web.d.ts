export declare const AUTHORITY_OPTION: {
    readonly type: "string";
    readonly minLength: 1;
    readonly description: "A PEM file of certificates to trust beside the well-known ones; relative to the config's folder.";
};

export interface Answer {
    readonly status: number;
    readonly headers: IncomingMessage['headers'];
    readonly body: Uint8Array;
}

export type Client = (url: URL, headers?: Readonly<Record<string, string>>) => Observable<Answer>;

export declare const WEB_OPTIONS: {
    readonly user: {
        readonly type: "string";
        readonly minLength: 1;
        readonly description: "Who asks, for basic authentication.";
    };
    readonly password: {
        readonly type: "string";
        readonly format: "secret";
        readonly description: "The user's password.";
    };
    readonly headers: {
        readonly type: "object";
        readonly propertyNames: {
            readonly pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$";
        };
        readonly additionalProperties: {
            readonly type: "string";
            readonly format: "secret";
        };
        readonly description: "Headers for the server, such as Authorization.";
    };
    readonly authority: {
        readonly type: "string";
        readonly minLength: 1;
        readonly description: "A PEM file of certificates to trust beside the well-known ones; relative to the config's folder.";
    };
    readonly timeout: {
        readonly type: "string";
        readonly format: "duration";
        readonly default: "5s";
        readonly description: "How long an answer may take.";
    };
};

export type WebOptions = OptionsOf<{
    type: 'object';
    properties: typeof WEB_OPTIONS;
    additionalProperties: false;
}> & {
    readonly most: number;
};

export declare const addressOf: (url: URL) => string;

export declare function authoritiesOf(authority: string | undefined, folder: string): Observable<readonly string[] | undefined>;

export declare function clientOf(options: WebOptions, folder: string): Client;

export declare function conditional<T>(ask: Client, understand: (answer: Answer, url: URL) => T): (url: URL) => Observable<T>;

export declare function connectionError(error: unknown): LcdError;

export declare function decoded({ body, headers }: Answer): string;

export declare const periodOf: (every: string) => number;

export declare function polled(question: Observable<Attempt>, { every, context }: Polling): Observable<Attempt>;

export declare const refusalOf: ({ status }: Answer) => string | undefined;

export declare function revealed(secrets?: Readonly<Record<string, Secret>>): Observable<Readonly<Record<string, string>>>;

export declare function urlOf(text: string): URL;

export declare const urlOption: <const D extends string>(description: D) => {
    type: "string";
    pattern: "^https?://[^\\s/]";
    description: D;
};
