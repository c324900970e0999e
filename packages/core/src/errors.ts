/**
 * What went wrong, by what the caller can do: `not-found`, `busy`, `disconnected` and `timeout` may pass and are waited
 * for; `config`, `permission` and `protocol` need a person.
 */
export type ErrorCode = 'config' | 'not-found' | 'busy' | 'permission' | 'disconnected' | 'timeout' | 'protocol';

const PASSING: ReadonlySet<ErrorCode> = new Set(['not-found', 'busy', 'disconnected', 'timeout']);

/** The one error of the framework. Its message says what was expected, in lower case. */
export class LcdError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LcdError';
    this.code = code;
  }
}

/** Whether waiting may cure it. Looks at the code only, so that errors of another copy of this package count too. */
export function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && PASSING.has(error.code as ErrorCode);
}
