import { BLACK, blankFrame, type EmulatedDevice, type Frame, LcdError, type Reaction } from '@lcdflow/core';
import { type ByteInput, ByteReader, isLetter } from './byte-commands.ts';
import { CharacterGlass } from './character-glass.ts';
import type { PanelFacts } from './panels.ts';

const NOTHING: Reaction = {};
const PERCENT = 100;
const GLYPHS = 8;
const FIRST_GLYPH = 0x80;
const REBOOT = 0x1a;
const LETTER_REGISTER = 1;

/** A panel that takes bytes and says nothing, powered up and without a clock (docs/protocol.md section 5.2). */
export class ByteDevice implements EmulatedDevice {
  readonly #facts: PanelFacts;
  readonly #reader = new ByteReader();
  readonly #handlers = this.#commands();
  #glass: CharacterGlass;
  #levels = { backlight: PERCENT, contrast: PERCENT / 2 };
  #at = { x: 0, y: 0 };
  #isShown = true;
  #wraps = true;

  constructor(facts: PanelFacts) {
    this.#facts = facts;
    this.#glass = new CharacterGlass(facts, facts.rom);
  }

  /** Takes any piece of the stream of bytes. */
  receive(piece: Uint8Array): Reaction {
    for (const input of this.#reader.read(piece)) this.#take(input);
    return NOTHING;
  }

  press(key: string): readonly Uint8Array[] {
    throw new LcdError('config', `key: the ${this.#facts.name} has none, so not ${key}`);
  }

  glass(): Frame {
    const picture = this.#glass.picture();
    return this.#isShown ? picture : blankFrame(picture, BLACK);
  }

  controls(): Readonly<Record<string, number>> {
    return { backlight: this.#levels.backlight / PERCENT, contrast: this.#levels.contrast / PERCENT };
  }

  #take({ code, data }: ByteInput): void {
    if (isLetter(code)) this.#print(code >= FIRST_GLYPH && code < FIRST_GLYPH + GLYPHS ? code - FIRST_GLYPH : code);
    else this.#handlers[code]?.(data);
  }

  #print(code: number): void {
    const { width } = this.#facts;
    if (this.#at.x >= width) {
      if (!this.#wraps) return;
      this.#goTo(0, (this.#at.y + 1) % this.#facts.height);
    }
    this.#glass.put(this.#at.x, this.#at.y, Uint8Array.of(code));
    this.#at = { ...this.#at, x: this.#at.x + 1 };
  }

  #goTo(x: number, y: number): void {
    if (x < this.#facts.width && y < this.#facts.height) this.#at = { x, y };
  }

  /** docs/protocol.md section 3 */
  #commands(): Readonly<Record<number, (data: Uint8Array) => void>> {
    return {
      1: () => this.#goTo(0, 0),
      2: () => this.#show(false),
      3: () => this.#show(true),
      10: () => this.#goTo(this.#at.x, (this.#at.y + 1) % this.#facts.height),
      12: () => this.#clear(),
      13: () => this.#goTo(0, this.#at.y),
      14: ([level]) => this.#set({ backlight: level! }),
      15: ([level]) => this.#set({ contrast: level! }),
      17: ([x, y]) => this.#goTo(x!, y!),
      23: () => this.#wrap(true),
      24: () => this.#wrap(false),
      25: ([index, ...rows]) => this.#define(index!, Uint8Array.from(rows)),
      26: ([again]) => again === REBOOT && this.#reboot(),
      30: ([register, code]) => register === LETTER_REGISTER && this.#print(code!),
    };
  }

  #show(isShown: boolean): void {
    this.#isShown = isShown;
  }

  #wrap(wraps: boolean): void {
    this.#wraps = wraps;
  }

  #clear(): void {
    this.#glass.clear();
    this.#goTo(0, 0);
  }

  #set(levels: { readonly backlight?: number; readonly contrast?: number }): void {
    if (Object.values(levels).every((level) => level <= PERCENT)) this.#levels = { ...this.#levels, ...levels };
  }

  #define(index: number, rows: Uint8Array): void {
    if (index < GLYPHS) this.#glass.define(index, rows);
  }

  #reboot(): void {
    this.#glass = new CharacterGlass(this.#facts, this.#facts.rom);
    this.#levels = { backlight: PERCENT, contrast: PERCENT / 2 };
    this.#goTo(0, 0);
    this.#show(true);
    this.#wrap(true);
  }
}
