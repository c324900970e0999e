import {
  type Compiled,
  describedReadings,
  type ExpressionFunction,
  type Quantity,
  type SourcePlan,
} from '@lcdflow/core';
import { nearestWords } from '../nearest.ts';
import { celProblem, isPlainPath } from './cel-words.ts';
import { createLanguage, type Language, nameInSignature } from './environment.ts';
import { type CompiledRow, computed, isOf, type Parsed, plain, plainOfRow, rowWords } from './evaluation.ts';
import { FUNCTIONS } from './functions.ts';
import { type Describe, listProblem, readingProblem, shortPathProblem } from './reading-path.ts';
import { memberOf, type Reference, ReferenceFinder, type Scope, type Target } from './references.ts';

/** What is wrong in an expression or template, and at which letter. */
export interface ExpressionProblem {
  readonly offset: number;
  readonly message: string;
}

/** What expressions are made of. */
export interface ExpressionParts {
  /** What a source without `options` names by its options is not known, and nothing is said about it. */
  readonly sources: readonly (Pick<SourcePlan, 'name' | 'source'> & Partial<SourcePlan>)[];
  /** Beyond the standard ones. */
  readonly functions?: readonly ExpressionFunction[];
  /** A better word about a source that is not there; empty when nothing shall be said about it. */
  readonly unknownSource?: (name: string) => string | undefined;
  /** True when functions of a plugin may be missing: nothing is said about those that are not there. */
  readonly ignoreUnknownFunctions?: boolean;
}

export type Result<T> = { readonly compiled: T } | { readonly problems: readonly ExpressionProblem[] };

/** The name of a list's member in expressions on it. */
const ROW = 'row';

/** An expression that gives a list, and what its members are. */
export interface CompiledList extends Compiled<Quantity> {
  readonly member: Target;
}

const describeOf = ({ source, options }: ExpressionParts['sources'][number]): Describe | undefined =>
  source.describeFor && options === undefined ? undefined : describedReadings({ source, options });

/** Makes single expressions ready, or says what is wrong with them. */
export class Compiler {
  readonly #language: Language;
  readonly #names: ReadonlySet<string>;
  readonly #describe: ReadonlyMap<string, Describe | undefined>;
  readonly #unknownSource: (name: string) => string | undefined;
  readonly #ignoreUnknownFunctions: boolean;

  constructor(parts: ExpressionParts) {
    const { sources, functions = [], unknownSource = () => undefined, ignoreUnknownFunctions = false } = parts;
    this.#language = createLanguage([...FUNCTIONS, ...functions]);
    this.#names = new Set(this.#language.functions.map(({ signature }) => nameInSignature(signature)!));
    this.#describe = new Map(sources.map((plan) => [plan.name, describeOf(plan)]));
    this.#unknownSource = unknownSource;
    this.#ignoreUnknownFunctions = ignoreUnknownFunctions;
  }

  /** An expression that is worth one value. */
  value(text: string): Result<Compiled<Quantity>> {
    return this.#result(text, new Map(), (parsed) => {
      const { path } = parsed;
      if (path === undefined) return { compiled: computed(parsed) };
      const describe = this.#describe.get(path.source)!;
      return refused(path, shortPathProblem(path.source, describe, path.steps)) ?? { compiled: plain(path, describe) };
    });
  }

  /** An expression that is worth a list. */
  list(text: string): Result<CompiledList> {
    return this.#result(text, new Map(), (parsed) => {
      const { path, evaluate } = parsed;
      const problem = path && listProblem(path.source, this.#describe.get(path.source)!, path.steps);
      return refused(path, problem) ?? { compiled: { ...computed(parsed), member: memberOf(evaluate.ast, new Map()) } };
    });
  }

  /** An expression on a member of a list, which is called `row` in it. */
  row(text: string, member: Target): Result<CompiledRow> {
    const words = rowWords(member);
    const result = this.#result(text, new Map([[ROW, member]]), (parsed): Result<CompiledRow> => {
      const { path } = parsed;
      if (path === undefined) return { compiled: computed(parsed) };
      const describe = this.#describe.get(path.source)!;
      const compiled = isOf(member, path) ? plainOfRow(path, member, describe) : plain(path, describe);
      return refused({ offset: 0 }, shortPathProblem(path.source, describe, path.steps)) ?? { compiled };
    });
    if ('compiled' in result) return result;
    return { problems: result.problems.map(({ offset, message }) => ({ offset, message: words(message) })) };
  }

  #result<T>(text: string, scope: Scope, compile: (parsed: Parsed) => Result<T>): Result<T> {
    try {
      const parsed = this.#parsed(text, scope);
      return 'problems' in parsed ? parsed : compile(parsed);
    } catch (error) {
      return { problems: [celProblem(error, this.#language.functions)] };
    }
  }

  #parsed(text: string, scope: Scope): Parsed | { readonly problems: readonly ExpressionProblem[] } {
    if (text.trim() === '') return { problems: [{ offset: 0, message: 'an expression is expected' }] };
    const evaluate = this.#language.environment.parse(text);
    const finder = new ReferenceFinder(this.#names);
    finder.visit(evaluate.ast, scope);
    const { references } = finder;
    const problems = references.flatMap((reference) => this.#problemOf(reference) ?? []);
    if (problems.length > 0) return { problems };
    const { error } = evaluate.check();
    if (error !== undefined) return { problems: [this.#celProblem(error)] };
    return { evaluate, references, path: isPlainPath(evaluate.ast) ? references[0] : undefined };
  }

  #celProblem(error: unknown): ExpressionProblem {
    const problem = celProblem(error, this.#language.functions);
    const isIgnored = this.#ignoreUnknownFunctions && problem.message.startsWith('unknown function');
    return isIgnored ? { ...problem, message: '' } : problem;
  }

  #problemOf({ source, offset, steps }: Reference): ExpressionProblem | undefined {
    const describe = this.#describe.get(source);
    if (describe !== undefined) return readingProblem(source, describe, steps);
    if (this.#describe.has(source)) return { offset, message: '' };
    const known = [...this.#describe.keys()];
    const message = this.#unknownSource(source) ?? `unknown source "${source}"${nearestWords(source, known)}`;
    return { offset, message };
  }
}

function refused(
  at: Pick<Reference, 'offset'> | undefined,
  message: string | undefined,
): { readonly problems: readonly ExpressionProblem[] } | undefined {
  return at && message !== undefined ? { problems: [{ offset: at.offset, message }] } : undefined;
}
