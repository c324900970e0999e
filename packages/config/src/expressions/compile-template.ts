import { type Compiled, type Quantity, type Readings, splitTemplate, valueWords } from '@lcdflow/core';
import type { Result } from './compiler.ts';

/** Makes a template ready, with what makes its expressions ready. */
export function compileTemplate(
  text: string,
  compile: (expression: string) => Result<Compiled<Quantity>>,
): Result<Compiled<string>> {
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
  const evaluate = (readings: Readonly<Record<string, Readings | undefined>>): string =>
    compiled.map((piece) => (typeof piece === 'string' ? piece : valueWords(piece.evaluate(readings).value))).join('');
  return { compiled: { sources: [...sources], evaluate } };
}
