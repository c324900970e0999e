import { type ErrorCode, LcdError } from '@lcdflow/core';
import { connectionError } from '@lcdflow/web';

/** What the library says of itself, by its code. */
const KNOWN: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  NoConnection: ['disconnected', 'it has closed the connection'],
  EConnectionClosed: ['disconnected', 'it has closed the connection'],
  ClosedAfterConnectTLS: ['disconnected', 'it has closed the connection'],
  ClosedAfterConnectText: ['disconnected', 'it has closed the connection'],
  CONNECT_TIMEOUT: ['timeout', 'cannot be reached in time'],
  GREETING_TIMEOUT: ['timeout', 'does not greet in time'],
  UPGRADE_TIMEOUT: ['timeout', 'does not begin TLS in time'],
  ETIMEOUT: ['timeout', 'does not answer any more'],
  LineTooLarge: ['protocol', 'answers with a line that does not end'],
  LiteralTooLarge: ['protocol', 'answers with more than was asked for'],
  ResponseTooLarge: ['protocol', 'answers with more than was asked for'],
};

/** Answers to a login that say nothing against the password (RFC 5530, 3). */
const LATER = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG']);

/** What the library adds to an error. */
interface MailTrouble {
  readonly code?: unknown;
  readonly authenticationFailed?: unknown;
  readonly tlsFailed?: unknown;
  readonly serverResponseCode?: unknown;
}

/** What is wrong with a mail server. What it said is not quoted: it may repeat what was sent. */
export function mailError(error: unknown): LcdError {
  if (error instanceof LcdError || !(error instanceof Error)) return connectionError(error);
  const { code, authenticationFailed, tlsFailed, serverResponseCode } = error as MailTrouble;
  const known = KNOWN[String(code)];
  if (known !== undefined) return new LcdError(...known);
  if (LATER.has(String(serverResponseCode))) return new LcdError('busy', 'lets nobody in now');
  if (serverResponseCode === 'PRIVACYREQUIRED' || error.message === 'Login is disabled')
    return new LcdError('config', 'takes no password without tls');
  if (authenticationFailed) return new LcdError('permission', 'user or password is wrong');
  if (tlsFailed && code === undefined) return new LcdError('config', 'offers no STARTTLS');
  return code === undefined
    ? new LcdError('protocol', 'does not answer as an IMAP server does')
    : connectionError(error);
}
