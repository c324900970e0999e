import type { OptionsOf } from '@lcdflow/core';
import { AUTHORITY_OPTION } from './authorities.ts';

/** The options of every source that asks a web server, beside its own. */
export const WEB_OPTIONS = {
  user: { type: 'string', minLength: 1, description: 'Who asks, for basic authentication.' },
  password: { type: 'string', format: 'secret', description: "The user's password." },
  headers: {
    type: 'object',
    propertyNames: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" },
    additionalProperties: { type: 'string', format: 'secret' },
    description: 'Headers for the server, such as Authorization.',
  },
  authority: AUTHORITY_OPTION,
  timeout: { type: 'string', format: 'duration', default: '5s', description: 'How long an answer may take.' },
} as const;

/** `WEB_OPTIONS` as a source gets them. */
export type WebOptions = OptionsOf<{
  type: 'object';
  properties: typeof WEB_OPTIONS;
  additionalProperties: false;
}> & {
  /** The most bytes of an answer. */
  readonly most: number;
};
