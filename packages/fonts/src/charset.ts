/** What says which code point the number of a letter stands for; `undefined` when it stands for none. */
export type Charset = (code: number) => number | undefined;

type Decoder = InstanceType<typeof TextDecoder>;

const LAST_CODE_POINT = 0x10ffff;
const unicode: Charset = (code) => (code >= 0 && code <= LAST_CODE_POINT ? code : undefined);

/** Sets of two bytes, and the encoding of texts that has them with the highest bit of both set. */
const TWO_BYTES: readonly (readonly [RegExp, string])[] = [
  [/^jisx0208/, 'euc-jp'],
  [/^gb2312/, 'gbk'],
  [/^ksc5601/, 'euc-kr'],
];

/** The name of a set of one byte as texts are said to be in. */
function encodingOf(registry: string, encoding: string): string | undefined {
  if (registry === 'koi8') return `koi8-${encoding}`;
  return /^iso8859$/.test(registry) ? `iso-8859-${encoding}` : undefined;
}

function decoderOf(label: string): Decoder | undefined {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return undefined;
  }
}

function decoded(decoder: Decoder, bytes: readonly number[]): number | undefined {
  try {
    const [letter, ...more] = decoder.decode(Uint8Array.from(bytes));
    return more.length === 0 ? letter?.codePointAt(0) : undefined;
  } catch {
    return undefined;
  }
}

/** The set of letters that X names as `iso8859-15`, `koi8-r`, `jisx0208.1983-0`; what is not known is taken for Unicode. */
export function charsetOf(registry: string, encoding: string): Charset {
  const name = registry.toLowerCase();
  const [, two] = TWO_BYTES.find(([pattern]) => pattern.test(name)) ?? [];
  const decoder = decoderOf(two ?? encodingOf(name, encoding.toLowerCase()) ?? '');
  if (decoder === undefined || name === 'iso10646') return unicode;
  if (two !== undefined) return (code) => decoded(decoder, [((code >> 8) & 0x7f) | 0x80, (code & 0x7f) | 0x80]);
  return (code) => (code < 0 || code > 0xff ? undefined : decoded(decoder, [code]));
}

/** Whether letters of this set are numbered as in Unicode. */
export const isUnicode = (charset: Charset): boolean => charset === unicode;
