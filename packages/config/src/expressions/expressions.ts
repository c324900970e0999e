import {
  type Compiled,
  describedReadings,
  type ExpressionFunction,
  type Expressions,
  LcdError,
  type Quantity,
  type Readings,
  type SourcePlan,
} from '@lcdflow/core';
import type { ASTNode } from '@marcbachmann/cel-js';
import { nearestWords } from '../nearest.ts';
import { celProblem, isPlainPath } from './cel-words.ts';
import { createLanguage, type Language, nameInSignature } from './environment.ts';
import { FUNCTIONS } from './functions.ts';
import { valueWords } from './number-words.ts';
import { plainValue } from './plain-value.ts';
import { type Describe, descriptionOf, readingProblem, shortPathProblem, valueAt } from './reading-path.ts';
import { rangeOf } from './reading-range.ts';
import { type Reference, ReferenceFinder } from './references.ts';
import { splitTemplate } from './template.ts';

/** What is wrong in an expression or template, and at which letter. */
export interface ExpressionProblem {
  readonly offset: number;
  readonly message: string;
}

/** The expression language over these sources, with a check that tells everything that is wrong. */
export interface CheckedExpressions extends Expressions {
  /** Throws `config` when the expression has a problem. */
  value(expression: string): Compiled<Quantity>;
  /** Throws `config` when the template has a problem. */
  text(template: string): Compiled<string>;
  /** Empty when `value` or `text` will take it. */
  problems(text: string, kind: 'expression' | 'template'): readonly ExpressionProblem[];
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

type Snapshot = Readonly<Record<string, Readings | undefined>>;
type Result<T> = { readonly compiled: Compiled<T> } | { readonly problems: readonly ExpressionProblem[] };

/** Compiles each text once. */
function once<T>(compile: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = compile(text);
    known.set(text, made);
    return made;
  };
}

function taken<T>(result: Result<T>, text: string): Compiled<T> {
  if ('compiled' in result) return result.compiled;
  throw new LcdError('config', `expression "${text}": ${result.problems[0]!.message}`);
}

const describeOf = ({ source, options }: ExpressionParts['sources'][number]): Describe | undefined =>
  source.describeFor && options === undefined ? undefined : describedReadings({ source, options });

const measured = (readings: Snapshot, sources: readonly string[]): boolean =>
  sources.every((name) => Object.hasOwn(readings, name) && readings[name] !== undefined);

class Compiler {
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

  compile(text: string): Result<Quantity> {
    try {
      return this.#compile(text);
    } catch (error) {
      return { problems: [celProblem(error, this.#language.functions)] };
    }
  }

  #compile(text: string): Result<Quantity> {
    if (text.trim() === '') return { problems: [{ offset: 0, message: 'an expression is expected' }] };
    const parsed = this.#language.environment.parse(text);
    const finder = new ReferenceFinder(this.#names);
    finder.visit(parsed.ast);
    const problems = finder.references.flatMap((reference) => this.#problemOf(reference) ?? []);
    if (problems.length > 0) return { problems };
    const { error } = parsed.check();
    if (error !== undefined) return { problems: [this.#celProblem(error)] };
    if (isPlainPath(parsed.ast)) return this.#plainPath(finder.references[0]!);
    const sources = [...new Set(finder.references.map(({ source }) => source))];
    return { compiled: { sources, evaluate: (readings) => evaluate(parsed, sources, readings) } };
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

  /** `cpu.cores[0].busy`: no need for CEL, and its unit and range are known. */
  #plainPath({ source, steps, offset }: Reference): Result<Quantity> {
    const short = shortPathProblem(source, this.#describe.get(source)!, steps);
    if (short !== undefined) return { problems: [{ offset, message: short }] };
    const keys = steps.map(({ name, index }) => name ?? index!);
    const description = descriptionOf(this.#describe.get(source)!, steps);
    const unit = description === undefined ? {} : { unit: description.unit };
    const ends = rangeOf(description?.range, steps);
    const own = (readings: Snapshot): Readings | undefined =>
      Object.hasOwn(readings, source) ? readings[source] : undefined;
    const evaluateNow = (readings: Snapshot): Quantity => {
      const all = own(readings);
      return { value: plainValue(valueAt(all, keys)), ...unit, ...ends(all) };
    };
    return { compiled: { sources: [source], evaluate: (readings) => orNothing(() => evaluateNow(readings)) } };
  }
}

function orNothing(compute: () => Quantity): Quantity {
  try {
    return compute();
  } catch {
    return { value: undefined };
  }
}

function evaluate(
  parsed: ((context?: Record<string, unknown>) => unknown) & { ast: ASTNode },
  sources: readonly string[],
  readings: Snapshot,
): Quantity {
  if (!measured(readings, sources)) return { value: undefined };
  return orNothing(() => ({ value: plainValue(parsed(readings)) }));
}

function compileTemplate(text: string, compile: (expression: string) => Result<Quantity>): Result<string> {
  const { parts, problem } = splitTemplate(text);
  const pieces = parts.map((part) =>
    part.kind === 'letters' ? part.letters : { offset: part.offset, result: compile(part.expression) },
  );
  const problems = pieces.flatMap((piece) =>
    typeof piece === 'string' || 'compiled' in piece.result
      ? []
      : piece.result.problems.map(({ offset, message }) => ({ offset: offset + piece.offset, message })),
  );
  if (problem !== undefined) problems.push(problem);
  if (problems.length > 0) return { problems };
  const compiled = pieces.map((piece) =>
    typeof piece === 'string' ? piece : (piece.result as { readonly compiled: Compiled<Quantity> }).compiled,
  );
  const sources = new Set(compiled.flatMap((piece) => (typeof piece === 'string' ? [] : piece.sources)));
  const evaluate = (readings: Snapshot): string =>
    compiled.map((piece) => (typeof piece === 'string' ? piece : valueWords(piece.evaluate(readings).value))).join('');
  return { compiled: { sources: [...sources], evaluate } };
}

/** The expression language over these sources and functions. Every text is compiled once. */
export function createExpressions(parts: ExpressionParts): CheckedExpressions {
  const compiler = new Compiler(parts);
  const expression = once((text) => compiler.compile(text));
  const template = once((text) => compileTemplate(text, expression));
  return {
    value: (text) => taken(expression(text), text),
    text: (text) => taken(template(text), text),
    problems(text, kind) {
      const result = kind === 'expression' ? expression(text) : template(text);
      return 'problems' in result ? result.problems : [];
    },
  };
}
