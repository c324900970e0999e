import { type ConfigPath, LcdError } from '@lcdflow/core';

/** One thing that is wrong in a config, and where. */
export interface Problem {
  readonly file: string;
  /** From 1; 0 when there is no such place. */
  readonly line: number;
  /** From 1; 0 when there is no such place. */
  readonly column: number;
  /** `pages.overview.column[0].clock`; empty for the whole file. */
  readonly path: string;
  /** What was expected, on one line. */
  readonly message: string;
}

/** `pages.overview.column[0]`. */
export const pathWords = (path: ConfigPath): string =>
  path.reduce<string>((words, key) => {
    if (typeof key === 'number') return `${words}[${key}]`;
    return words === '' ? key : `${words}.${key}`;
  }, '');

/** `lcd.config.yaml:4:3 displays.front: needs "driver"`. */
export function formatProblem({ file, line, column, path, message }: Problem): string {
  const place = line > 0 ? `${file}:${line}:${column}` : file;
  return line > 0 ? `${place} ${path === '' ? '' : `${path}: `}${message}` : `${place}: ${message}`;
}

/** In the order of the file; the same words at the same place count once. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const once = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...once.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** A config with problems. Its message has one line for each, in the order of the file. */
export class ConfigError extends LcdError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = sortProblems(problems);
    super('config', sorted.map(formatProblem).join('\n'));
    this.name = 'ConfigError';
    this.problems = sorted;
  }
}
