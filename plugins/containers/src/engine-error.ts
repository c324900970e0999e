import { basename } from 'node:path';
import { type ErrorCode, LcdError } from '@lcdflow/core';

const KINDS: Readonly<Record<string, readonly [code: ErrorCode, words: string]>> = {
  ENOENT: ['not-found', 'is not there: expected Docker or Podman to listen at it'],
  ECONNREFUSED: ['not-found', 'nobody listens at it: expected Docker or Podman'],
  EAGAIN: ['busy', 'has too many connections now'],
  ECONNRESET: ['disconnected', 'has closed the connection early'],
  EPIPE: ['disconnected', 'has closed the connection early'],
};

/** What is wrong with the socket at a path. Of an error of Node only the code is told. */
export function engineError(error: unknown, socket: string): LcdError {
  if (error instanceof LcdError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  if (code === 'EACCES' || code === 'EPERM')
    return new LcdError('permission', `${socket}: may not be used: ${advice(socket)}`);
  const [kind, words] = KINDS[code] ?? ['protocol', `cannot be asked: ${code}`];
  return new LcdError(kind, `${socket}: ${words}`);
}

const advice = (socket: string): string =>
  basename(socket) === 'docker.sock' ? 'add the user to group docker' : 'expected a socket of this user';
