import { type Compiled, type Expressions, LcdError, type OptionFormat, type Quantity, type Row } from '@lcdflow/core';
import { compileTemplate } from './compile-template.ts';
import { type CompiledList, Compiler, type ExpressionParts, type ExpressionProblem, type Result } from './compiler.ts';

/** What texts that are expressions, or hold some, are called as options. */
const EXPRESSION_FORMATS = ['expression', 'template', 'list', 'row'] as const satisfies readonly OptionFormat[];
type ExpressionFormat = (typeof EXPRESSION_FORMATS)[number];

export const isExpressionFormat = (format: string | undefined): format is ExpressionFormat =>
  EXPRESSION_FORMATS.includes(format as ExpressionFormat);

/** Tells what is wrong with expressions. */
export interface ExpressionChecks {
  /** Empty when `value`, `text` or `rows` will take it. */
  problems(text: string, format: ExpressionFormat): readonly ExpressionProblem[];
}

/** The expression language over these sources, with a check that tells everything that is wrong. */
export interface CheckedExpressions extends Expressions, ExpressionChecks {
  /** Throws `config` when the expression has a problem. */
  value(expression: string): Compiled<Quantity>;
  /** Throws `config` when the template has a problem. */
  text(template: string): Compiled<string>;
  /** Throws `config` when one of the expressions has a problem. */
  rows(list: string, expressions: readonly string[]): Compiled<readonly Row[] | undefined>;
  /** The same checks with `row` as a member of this list. */
  around(list: string): ExpressionChecks;
}

/** Makes each text ready once. */
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

function taken<T>(result: Result<T>, text: string): T {
  if ('compiled' in result) return result.compiled;
  throw new LcdError('config', `expression "${text}": ${result.problems[0]!.message}`);
}

/** A list whose expressions are made ready once, too. */
function listWithRows(compiler: Compiler, text: string) {
  const list = compiler.list(text);
  const member = 'compiled' in list ? list.compiled.member : 'anything';
  return { list, row: once((expression) => compiler.row(expression, member)) };
}

type ListWithRows = ReturnType<typeof listWithRows>;

function compileRows(
  { list, row }: ListWithRows,
  text: string,
  expressions: readonly string[],
): Compiled<readonly Row[] | undefined> {
  const members: CompiledList = taken(list, text);
  const columns = new Map(expressions.map((expression) => [expression, taken(row(expression), expression)]));
  const sources = new Set([members, ...columns.values()].flatMap((compiled) => compiled.sources));
  return {
    sources: [...sources],
    evaluate(readings) {
      const { value } = members.evaluate(readings);
      if (!Array.isArray(value)) return undefined;
      return value.map<Row>(
        (member, index) => (expression) =>
          columns.get(expression)?.evaluate(readings, member, index) ?? { value: undefined },
      );
    },
  };
}

/** The expression language over these sources and functions. Every text is compiled once. */
export function createExpressions(parts: ExpressionParts): CheckedExpressions {
  const compiler = new Compiler(parts);
  const value = once((text) => compiler.value(text));
  const template = once((text) => compileTemplate(text, value));
  const list = once((text) => listWithRows(compiler, text));
  const loose = once((text) => compiler.row(text, 'anything'));
  const checks = (row: (text: string) => Result<unknown>): ExpressionChecks => ({
    problems(text, format) {
      const kinds = { expression: value, template, row, list: (lines: string) => list(lines).list };
      const result = kinds[format](text);
      return 'problems' in result ? result.problems : [];
    },
  });
  return {
    value: (text) => taken(value(text), text),
    text: (text) => taken(template(text), text),
    rows: (text, expressions) => compileRows(list(text), text, expressions),
    around: (text) => checks(list(text).row),
    ...checks(loose),
  };
}
