/** What a terminal understands, piece by piece. */
export type Piece =
  | { readonly kind: 'letter'; readonly codePoint: number }
  | { readonly kind: 'control'; readonly byte: number }
  /** ESC, characters in between, and the last one: `(B`, `%G`. */
  | { readonly kind: 'escape'; readonly text: string }
  /** ESC [: whether it began with `?`, its numbers, the last character. */
  | {
      readonly kind: 'sequence';
      readonly isPrivate: boolean;
      readonly numbers: readonly number[];
      readonly final: string;
    };

type State = 'ground' | 'escape' | 'sequence' | 'letter';

const ESC = 0x1b;
const MOST_PARAMETERS = 64;
const REPLACEMENT = 0xfffd;

/** Cuts a stream of bytes into pieces, however the line has cut it (ECMA-48; docs/protocol.md section 2). */
export class Parser {
  readonly isUtf8: boolean;
  #state: State = 'ground';
  #text = '';
  #codePoint = 0;
  #missing = 0;

  constructor(isUtf8: boolean) {
    this.isUtf8 = isUtf8;
  }

  take(byte: number): Piece | undefined {
    // Controls work in the middle of a sequence; ESC, CAN and SUB end it.
    if (byte === ESC) return this.#become('escape');
    if (byte === 0x18 || byte === 0x1a) return this.#become('ground');
    if (byte < 0x20) return { kind: 'control', byte };
    if (this.#state === 'escape') return this.#escape(byte);
    if (this.#state === 'sequence') return this.#sequence(byte);
    return this.isUtf8 ? this.#utf8(byte) : this.#single(byte);
  }

  #become(state: State): undefined {
    this.#state = state;
    this.#text = '';
    this.#missing = 0;
  }

  #single(byte: number): Piece | undefined {
    const isLetter = byte < 0x7f || byte >= 0xa0;
    return isLetter ? { kind: 'letter', codePoint: byte } : undefined;
  }

  #utf8(byte: number): Piece | undefined {
    if (this.#missing > 0 && byte >> 6 === 2) {
      this.#codePoint = (this.#codePoint << 6) | (byte & 0x3f);
      this.#missing -= 1;
      return this.#missing > 0 ? undefined : this.#letter(this.#codePoint);
    }
    const length = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc0 ? 1 : 0;
    this.#missing = length;
    this.#codePoint = byte & (0x3f >> length);
    if (length > 0) return undefined;
    return byte < 0x7f ? this.#letter(byte) : undefined;
  }

  #letter(codePoint: number): Piece {
    return { kind: 'letter', codePoint: codePoint > 0x10ffff ? REPLACEMENT : codePoint };
  }

  #escape(byte: number): Piece | undefined {
    const character = String.fromCharCode(byte);
    if (character === '[' && this.#text === '') return this.#become('sequence');
    this.#text += character;
    if (byte < 0x30 && this.#text.length < 4) return undefined;
    const text = this.#text;
    this.#become('ground');
    return { kind: 'escape', text };
  }

  #sequence(byte: number): Piece | undefined {
    const character = String.fromCharCode(byte);
    if (byte < 0x40 && this.#text.length < MOST_PARAMETERS) {
      this.#text += character;
      return undefined;
    }
    const isPrivate = this.#text.startsWith('?');
    const numbers = this.#text.replace('?', '').split(';').map(Number);
    this.#become('ground');
    const isKnown = byte >= 0x40 && byte < 0x7f && numbers.every((number) => number >= 0);
    return isKnown ? { kind: 'sequence', isPrivate, numbers, final: character } : undefined;
  }
}
