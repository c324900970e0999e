import { type ErrorCode, LcdError } from '@lcdflow/core';

const NO_SERVER = /^(ENOTFOUND|EAI_|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL)/;
const LOST = /^(ECONNRESET|EPIPE|ECONNABORTED|ETIMEDOUT)$/;
const CERTIFICATE = /CERT|_CRL|UNABLE_TO_|SIGNATURE|INVALID_CA|HOSTNAME_MISMATCH/;

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
  ERR_INVALID_CHAR: 'a header holds characters that no header may hold',
};

function kindOf(code: string): ErrorCode {
  if (NO_SERVER.test(code)) return 'not-found';
  if (LOST.test(code)) return 'disconnected';
  return CERTIFICATE.test(code) ? 'permission' : 'protocol';
}

/** What is wrong with a connection. Of an error of Node only the code is told: its message may quote what was sent. */
export function connectionError(error: unknown): LcdError {
  if (error instanceof LcdError) return error;
  const code = codeOf(error);
  return new LcdError(kindOf(code), WORDS[code] ?? `cannot be asked: ${code}`);
}

/** Of all addresses of a name that were tried the first counts. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
