import { STATUS_CODES } from 'node:http';
import type { Answer } from './answer.ts';

/** Why an answer is none, such as `answers 404 Not Found`; `undefined` when it is one. */
export const refusalOf = ({ status }: Answer): string | undefined =>
  status >= 200 && status <= 299 ? undefined : `answers ${status} ${STATUS_CODES[status] ?? ''}`.trimEnd();
