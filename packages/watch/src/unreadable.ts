import { LcdError } from '@lcdflow/core';

/** The error of the system as one of ours: `/run/x: cannot be read: ENOENT`. */
export function unreadable(path: string, error: unknown): LcdError {
  if (error instanceof LcdError) return error;
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const code = reason === 'EACCES' || reason === 'EPERM' ? 'permission' : 'not-found';
  return new LcdError(code, `${path}: cannot be read: ${reason}`, { cause: error });
}
