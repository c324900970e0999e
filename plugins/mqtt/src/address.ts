import { LcdError } from '@lcdflow/core';

const SCHEMES = ['mqtt:', 'mqtts:', 'ws:', 'wss:'];

/** An address for messages: without user, password and what follows the `?`. */
export const addressOf = (url: URL): string => `${url.protocol}//${url.host}${url.pathname}`;

/** Reads the address of a broker. Throws `config` when it is none, without quoting it. */
export function urlOf(text: string): URL {
  if (!URL.canParse(text)) throw new LcdError('config', 'expected an address such as mqtt://host');
  const url = new URL(text);
  if (!SCHEMES.includes(url.protocol))
    throw new LcdError('config', `expected an address of mqtt, mqtts, ws or wss, not ${url.protocol}`);
  return url;
}

/** User or password of an address. A `%` that begins no byte is taken for what it is. */
export function plainOf(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
