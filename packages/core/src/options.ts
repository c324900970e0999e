import type { Secret } from './secret.ts';

/** What a text option means, so that it is checked before anything runs. */
export type OptionFormat =
  /** A time with unit: `500ms`, `2s`, `5m`, `1h`, `7d`. */
  | 'duration'
  /** A length in a page: `8ch`, `2lines`, `40px`, `30%`, `1fr`. */
  | 'length'
  /** A length that may be 0 and no share of the rest: `0px`, `1lines`. */
  | 'distance'
  /** A share: `80%`, from `0%` to `100%`. */
  | 'percent'
  /** A colour: `#ff8800` or a name such as `orange`. */
  | 'color'
  /** An expression such as `cpu.busy`. */
  | 'expression'
  /** An expression that gives a list, such as `cpu.cores`. */
  | 'list'
  /** An expression in which `row` is a member of the list beside it: `row.busy`. */
  | 'row'
  /** A text with expressions in `{{ }}`. */
  | 'template'
  /** The name of a font the framework has, or `fit`. */
  | 'font'
  /** A regular expression of JavaScript, without slashes. */
  | 'regex'
  /** A date, a date and a time, or a time of day: `2026-12-24`, `2026-12-24 18:30`, `18:30`. */
  | 'moment'
  /** A time zone by its IANA name: `Europe/Berlin`, `UTC`. */
  | 'timezone'
  /** A language by its BCP 47 tag: `de`, `pt-BR`. */
  | 'language'
  /** Of a source or driver: a text that is never shown; its value is a `Secret`. In the config a text, `{ env: NAME }` or `{ file: PATH }`. */
  | 'secret';

interface Described {
  /** One sentence for the editor's hover text. */
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
}
interface TextOption extends Described {
  readonly type: 'string';
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly format?: OptionFormat;
}
interface NumberOption extends Described {
  readonly type: 'number' | 'integer';
  readonly minimum?: number;
  readonly maximum?: number;
}
interface BooleanOption extends Described {
  readonly type: 'boolean';
}
interface ListOption extends Described {
  readonly type: 'array';
  readonly items: OptionSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}
/** Options by name. */
export interface OptionsSchema extends Described {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, OptionSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
}
/** Values by names that the config chooses, all described alike. */
interface MappingOption extends Described {
  readonly type: 'object';
  /** What the names must look like. */
  readonly propertyNames?: { readonly pattern: string };
  readonly additionalProperties: OptionSchema;
}
interface ChoiceOption extends Described {
  readonly anyOf: readonly OptionSchema[];
}
/** The part of JSON Schema (draft 7) that options are described with. */
export type OptionSchema =
  | TextOption
  | NumberOption
  | BooleanOption
  | ListOption
  | OptionsSchema
  | MappingOption
  | ChoiceOption;

type Flat<T> = { [K in keyof T]: T[K] };
type Given<S> = S extends { properties: infer P }
  ? {
      [K in keyof P]: P[K] extends { default: unknown }
        ? K
        : S extends { required: readonly (infer R)[] }
          ? K extends R
            ? K
            : never
          : never;
    }[keyof P]
  : never;

/**
 * The TypeScript type of what a schema describes: required options and those with a default are always there. Of a
 * schema nobody knows it is `never`: only who made the schema can say what its options are.
 */
export type OptionsOf<S> = S extends { anyOf: readonly (infer A)[] }
  ? OptionsOf<A>
  : S extends { enum: readonly (infer E)[] }
    ? E
    : S extends { type: 'string'; format: 'secret' }
      ? Secret
      : S extends { type: 'string' }
        ? string
        : S extends { type: 'number' | 'integer' }
          ? number
          : S extends { type: 'boolean' }
            ? boolean
            : S extends { type: 'array'; items: infer I }
              ? readonly OptionsOf<I>[]
              : S extends { type: 'object'; additionalProperties: infer V extends object }
                ? Readonly<Record<string, OptionsOf<V>>>
                : S extends { type: 'object'; properties: infer P }
                  ? string extends keyof P
                    ? never
                    : Flat<
                        { readonly [K in keyof P & Given<S>]: OptionsOf<P[K]> } & {
                          readonly [K in Exclude<keyof P, Given<S>>]?: OptionsOf<P[K]>;
                        }
                      >
                  : unknown;
