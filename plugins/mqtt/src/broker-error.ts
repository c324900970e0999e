import { type ErrorCode, LcdError } from '@lcdflow/core';

const NO_BROKER = /^(ENOTFOUND|EAI_|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL)/;
const LOST = /^(ECONNRESET|EPIPE|ECONNABORTED|ETIMEDOUT)$/;
const CERTIFICATE = /CERT|_CRL|UNABLE_TO_|SIGNATURE|INVALID_CA|HOSTNAME_MISMATCH/;

/** By what Node calls it, and by why a broker refuses (MQTT 3.1.1, 3.2.2.3; MQTT 5, 3.2.2.2). */
const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name is not known now',
  ECONNREFUSED: 'it refuses the connection',
  ECONNRESET: 'it has closed the connection early',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by an authority that is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by an authority that is not trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by an authority that is not trusted',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  ...numbered('it does not speak this version of MQTT', 1, 132),
  ...numbered('it does not take this client ID', 2, 133),
  ...numbered('it is not available now', 3, 136, 137),
  ...numbered('it does not take this user and password', 4, 134),
  ...numbered('it does not let this user in', 5, 135, 138),
};

function numbered(words: string, ...codes: readonly number[]): Readonly<Record<string, string>> {
  return Object.fromEntries(codes.map((code) => [code, words]));
}

function kindOf(code: string): ErrorCode {
  if (NO_BROKER.test(code) || /^(3|136|137)$/.test(code)) return 'not-found';
  if (LOST.test(code)) return 'disconnected';
  return CERTIFICATE.test(code) || /^\d+$/.test(code) ? 'permission' : 'protocol';
}

/** What is wrong with a connection. Of an error only the code is told: its message may quote what was sent. */
export function brokerError(error: unknown): LcdError {
  if (error instanceof LcdError) return error;
  if (isKeepalive(error)) return new LcdError('timeout', 'it has not been heard of for too long');
  const code = codeOf(error);
  const words = code === undefined ? 'what it says is no MQTT' : `cannot be connected to: ${code}`;
  return new LcdError(code === undefined ? 'protocol' : kindOf(code), WORDS[code ?? ''] ?? words);
}

const isKeepalive = (error: unknown): boolean => error instanceof Error && error.message === 'Keepalive timeout';

/** Of all addresses of a name that were tried the first counts. */
function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
