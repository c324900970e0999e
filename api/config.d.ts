export declare const CONFIG_NAMES: readonly string[];

export interface CheckedConfig {
    readonly program?: Program;
    readonly problems: readonly Problem[];
}

export interface CheckedExpressions extends Expressions, ExpressionChecks {
    value(expression: string): Compiled<Quantity>;
    text(template: string): Compiled<string>;
    rows(list: string, expressions: readonly string[]): Compiled<readonly Row[] | undefined>;
    around(list: string): ExpressionChecks;
}

export declare class ConfigError extends LcdError {
    readonly problems: readonly Problem[];
    constructor(problems: readonly Problem[]);
}

export interface ExpressionParts {
    readonly sources: readonly (Pick<SourcePlan, 'name' | 'source'> & Partial<SourcePlan>)[];
    readonly functions?: readonly ExpressionFunction[];
    readonly unknownSource?: (name: string) => string | undefined;
    readonly ignoreUnknownFunctions?: boolean;
}

export interface ExpressionProblem {
    readonly offset: number;
    readonly message: string;
}

export declare const FUNCTIONS: readonly ExpressionFunction[];

export type LoadBuiltins = (text?: string) => Promise<Builtins>;

export type LoadModule = (specifier: string, parent: URL) => Promise<unknown>;

export interface LoadOptions {
    readonly file?: string;
    readonly cwd?: string;
    readonly builtins: Builtins | LoadBuiltins;
    readonly log?: Logger;
    readonly fonts?: FontOpener;
    readonly loadModule?: LoadModule;
}

export interface LoadedConfig {
    readonly program: Program;
    readonly file: string;
    readonly plugins: readonly Plugin[];
    readonly schema: object;
}

export interface Problem {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly path: string;
    readonly message: string;
}

export declare function checkConfig(text: string, fileName: string, plugins: readonly Plugin[]): CheckedConfig;

export declare function configSchema(plugins: readonly Plugin[]): object;

export declare function createExpressions(parts: ExpressionParts): CheckedExpressions;

export declare function formatProblem({ file, line, column, path, message }: Problem): string;

export declare function loadConfig(options: LoadOptions): Promise<LoadedConfig>;
