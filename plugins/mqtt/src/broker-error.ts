import { type ErrorCode, LcdError } from '@lcdflow/core';
import { connectionError } from '@lcdflow/web';

/** Why a broker refuses (MQTT 3.1.1, 3.2.2.3; MQTT 5, 3.2.2.2). */
const REFUSALS: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  ...numbered('permission', 'it does not speak this version of MQTT', 1, 132),
  ...numbered('permission', 'it does not take this client ID', 2, 133),
  ...numbered('not-found', 'it is not available now', 3, 136, 137),
  ...numbered('permission', 'it does not take this user and password', 4, 134),
  ...numbered('permission', 'it does not let this user in', 5, 135, 138),
};

function numbered(kind: ErrorCode, words: string, ...codes: readonly number[]): typeof REFUSALS {
  return Object.fromEntries(codes.map((code) => [code, [kind, words] as const]));
}

/** What is wrong with a connection. Of an error only the code is told: its message may quote what was sent. */
export function brokerError(error: unknown): LcdError {
  if (error instanceof LcdError) return error;
  if (isKeepalive(error)) return new LcdError('timeout', 'it has not been heard of for too long');
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === undefined) return new LcdError('protocol', 'what it says is no MQTT');
  if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH')
    return new LcdError('disconnected', 'it has sent a message of more than 16 MiB');
  if (typeof code !== 'number') return connectionError(error);
  return new LcdError(...(REFUSALS[code] ?? ['permission', `cannot be connected to: ${code}`]));
}

const isKeepalive = (error: unknown): boolean => error instanceof Error && error.message === 'Keepalive timeout';
