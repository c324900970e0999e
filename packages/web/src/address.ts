import { LcdError } from '@lcdflow/core';

/** The option that names a server; nothing but http and https. */
export const urlOption = <const D extends string>(description: D) => ({
  type: 'string' as const,
  pattern: '^https?://[^\\s/]' as const,
  description,
});

/** An address for messages: without user, password and what follows the `?`. */
export const addressOf = (url: URL): string => `${url.origin}${url.pathname}`;

/** Reads an address. Throws `config` when it is none, without quoting it. */
export function urlOf(text: string): URL {
  if (!URL.canParse(text)) throw new LcdError('config', 'expected an address such as http://host/path');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new LcdError('config', `expected an address of http or https, not ${url.protocol}`);
  url.hash = '';
  for (const part of ['username', 'password'] as const) url[part] = decodable(url[part]);
  return url;
}

/** Node gives up at a `%` that begins no byte: it is taken for what it is. */
function decodable(text: string): string {
  try {
    decodeURIComponent(text);
    return text;
  } catch {
    return text.replaceAll('%', '%25');
  }
}
