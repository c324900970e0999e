/** Names of the keys a typed byte sequence can mean. */
export const KEYS: readonly string[] = [
  'up',
  'down',
  'left',
  'right',
  'enter',
  'back',
  ...Array.from('abcdefghijklmnopqrstuvwxyz'),
];

const ARROWS: Readonly<Record<string, string>> = { A: 'up', B: 'down', C: 'right', D: 'left' };
/** A CSI or SS3 sequence (ECMA-48 5.4; cursor keys in both modes), or one byte. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of them
const TYPED = /\x1b[[O]([0-?]*)[ -/]*([@-~])|[\s\S]/g;

const latin1 = new TextDecoder('latin1');

function keyOf(typed: string, parameters = '', final = ''): string | undefined {
  if (final !== '') return parameters === '' ? ARROWS[final] : undefined;
  if (typed === '\r' || typed === '\n') return 'enter';
  if (typed === '\x1b') return 'back';
  return /[a-z]/i.test(typed) ? typed.toLowerCase() : undefined;
}

/**
 * The keys that typed bytes mean, by name. What means none is left out. A sequence must not be cut: an escape byte
 * without the rest is the escape key.
 */
export function decodeKeys(bytes: Uint8Array): readonly string[] {
  return [...latin1.decode(bytes).matchAll(TYPED)]
    .map(([whole, parameters, final]) => keyOf(whole, parameters, final))
    .filter((key) => key !== undefined);
}
