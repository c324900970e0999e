import { CHARACTERS, dotsOf, ROWS } from './text-glass.ts';

/** Letters in each of the two lines that the controller knows. */
const LINE = 40;
const LETTERS = 2 * LINE;
const SECOND_LINE = 0x40;
const BLANK = 0x20;

/** The controller of a text panel: 80 letters, eight user-defined ones (docs/protocol.md section 12.2). */
export class Hd44780 {
  readonly #letters = new Uint8Array(LETTERS).fill(BLANK);
  readonly #characters = new Uint8Array(CHARACTERS * ROWS);
  #on = false;
  /** Of the letter, or of the row of a user-defined one, that is written next. */
  #place = 0;
  #defines = false;
  #step: 1 | -1 = 1;
  #follows = false;
  /** By how many letters the picture has moved to the left. */
  #shift = 0;

  get on(): boolean {
    return this.#on;
  }

  /** Takes a byte with RS 0: the highest bit that is set says which command it is. */
  command(byte: number): void {
    if (byte >= 0x80) this.#goTo((byte & SECOND_LINE ? LINE : 0) + ((byte & 0x3f) % LINE), false);
    else if (byte >= 0x40) this.#goTo(byte & 0x3f, true);
    else if (byte >= 0x10 && byte < 0x20) this.#move(byte & 0x08 ? 'picture' : 'cursor', byte & 0x04 ? 1 : -1);
    else if (byte >= 0x08 && byte < 0x10) this.#on = (byte & 0x04) !== 0;
    else if (byte >= 0x04 && byte < 0x08) this.#enter(byte);
    else if (byte === 0x02 || byte === 0x03) this.#home();
    else if (byte === 0x01) this.#clear();
  }

  /** Takes a byte with RS 1. */
  write(byte: number): void {
    if (this.#defines) this.#characters[this.#place] = byte & 0x1f;
    else this.#letters[this.#place] = byte;
    this.#goTo(this.#place + this.#step, this.#defines);
    if (this.#follows && !this.#defines) this.#move('picture', this.#step === 1 ? -1 : 1);
  }

  /** What a cell shows; a row is 20 letters, and the third goes on where the first ends. */
  dots(row: number, column: number): Uint8Array {
    const place = ((row >> 1) * (LINE / 2) + column + this.#shift) % LINE;
    return dotsOf(this.#letters[(row & 1) * LINE + place]!, this.#characters);
  }

  #goTo(place: number, defines: boolean): void {
    const room = defines ? this.#characters.length : LETTERS;
    this.#place = (place + room) % room;
    this.#defines = defines;
  }

  #move(what: 'picture' | 'cursor', right: 1 | -1): void {
    if (what === 'cursor') this.#goTo(this.#place + right, this.#defines);
    else this.#shift = (this.#shift - right + LINE) % LINE;
  }

  #enter(byte: number): void {
    this.#step = byte & 0x02 ? 1 : -1;
    this.#follows = (byte & 0x01) !== 0;
  }

  #home(): void {
    this.#goTo(0, false);
    this.#shift = 0;
  }

  #clear(): void {
    this.#letters.fill(BLANK);
    this.#step = 1;
    this.#home();
  }
}
