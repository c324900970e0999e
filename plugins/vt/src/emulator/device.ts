import {
  dotMatrix,
  type EmulatedDevice,
  type Frame,
  INVERTED,
  LcdError,
  letterDots,
  type Reaction,
  type Size,
} from '@lcdflow/core';
import { Parser, type Piece } from './parser.ts';
import { Screen } from './screen.ts';

/** Phosphor, 0xRRGGBB. */
const [INK, PAPER] = [0x58f08a, 0x0c1410];
const BLANK = 0x20;

/** DEC Special Graphics from 5f on (docs/protocol.md section 2.3). */
const GRAPHICS = Array.from(' ◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·', (letter) => letter.codePointAt(0)!);

const sequences = (prefix: string, keys: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(keys).map(([final, key]) => [key, `\x1b${prefix}${final}`]));

/** What each key sends (docs/protocol.md section 2.5). */
const KEYS: Readonly<Record<string, string>> = {
  ...sequences('[', { A: 'up', B: 'down', C: 'right', D: 'left' }),
  ...sequences('O', { P: 'f1', Q: 'f2', R: 'f3', S: 'f4' }),
  ...{ enter: '\r', back: '\x7f' },
  ...Object.fromEntries(Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => [letter, letter])),
};

/** A terminal, powered up (docs/protocol.md). Takes its bytes in any pieces. */
export class VtDevice implements EmulatedDevice {
  readonly screen: Screen;
  readonly #parser: Parser;
  /** Whether G0 and G1 are graphics, and which of them letters come from. */
  readonly #graphics: [boolean, boolean] = [false, false];
  #set: 0 | 1 = 0;

  constructor(size: Size, isUtf8: boolean) {
    this.screen = new Screen(size);
    this.screen.wraps = true;
    this.#parser = new Parser(isUtf8);
  }

  receive(packet: Uint8Array): Reaction {
    for (const byte of packet) {
      const piece = this.#parser.take(byte);
      if (piece) this.#obey(piece);
    }
    return {};
  }

  /** Nothing tells that a key goes up. @throws LcdError `config` for a key it does not have */
  press(key: string, pressed: boolean): readonly Uint8Array[] {
    const text = KEYS[key];
    if (text === undefined) throw new LcdError('config', `key: one of ${Object.keys(KEYS).join(', ')}, not ${key}`);
    return pressed ? [Uint8Array.from(text, (letter) => letter.charCodeAt(0))] : [];
  }

  glass(): Frame {
    const { size, cells } = this.screen;
    return dotMatrix(size, (index) => letterDots(cells[index]!), { ink: INK, paper: PAPER });
  }

  /** The screen as code points. */
  letters(): Frame {
    return this.screen.frame();
  }

  controls(): Readonly<Record<string, number>> {
    return {};
  }

  #obey(piece: Piece): void {
    if (piece.kind === 'letter') this.#put(piece.codePoint);
    else if (piece.kind === 'control') this.#control(piece.byte);
    else if (piece.kind === 'escape') this.#escape(piece.text);
    else this.#sequence(piece.numbers, piece.final, piece.isPrivate);
  }

  #put(codePoint: number): void {
    const isGraphic = this.#graphics[this.#set] && codePoint >= 0x5f && codePoint <= 0x7e;
    const shown = isGraphic ? GRAPHICS[codePoint - 0x5f]! : codePoint;
    // What would be taken for the flag is none of Unicode.
    this.screen.put(shown < INVERTED ? shown : BLANK);
  }

  #control(byte: number): void {
    const { screen } = this;
    if (byte === 0x0e || byte === 0x0f) this.#set = byte === 0x0e ? 1 : 0;
    else if (byte === 0x0d) screen.moveTo(0, screen.y);
    else if (byte === 0x08) screen.moveTo(screen.x - 1, screen.y);
    else if (byte >= 0x0a && byte <= 0x0c) screen.lineFeed();
  }

  #escape(text: string): void {
    const [target, set] = text;
    if (target === '(' || target === ')') this.#graphics[target === '(' ? 0 : 1] = set === '0';
  }

  #sequence(numbers: readonly number[], final: string, isPrivate: boolean): void {
    const { screen } = this;
    const [first = 0, second = 0] = numbers;
    if (isPrivate) this.#mode(numbers, final === 'h', final === 'h' || final === 'l');
    else if (final === 'H' || final === 'f') screen.moveTo(Math.max(1, second) - 1, Math.max(1, first) - 1);
    else if (final === 'J') screen.eraseScreen(first);
    else if (final === 'K') screen.eraseRow(first);
    else if (final === 'm') for (const number of numbers) this.#style(number);
  }

  #style(number: number): void {
    if (number === 0 || number === 27) this.screen.isReverse = false;
    else if (number === 7) this.screen.isReverse = true;
  }

  #mode(numbers: readonly number[], isSet: boolean, isMode: boolean): void {
    if (isMode && numbers.includes(7)) this.screen.wraps = isSet;
    if (isMode && numbers.includes(25)) this.screen.cursorOn = isSet;
  }
}
