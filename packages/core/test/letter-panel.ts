import { defer, EMPTY, type Observable, throwError } from 'rxjs';
import type { CharacterPanel } from '../src/characters/character-display.ts';
import { letterDots } from '../src/characters/dot-matrix.ts';
import { hd44780A00 } from '../src/characters/roms/index.ts';
import type { Size } from '../src/types.ts';

const SHOW_HERE = 0;
const SHOW_AT = 1;
const DEFINE = 2;

/**
 * A simulated panel with the ROM A00 and 8 user-defined characters, of which the first power-up shows nonsense. It has a
 * cursor that goes on to the next line, and that defining moves.
 */
export class LetterPanel {
  readonly panel: CharacterPanel;
  readonly #text: Uint8Array;
  readonly #drawn = Array.from({ length: 8 }, () => Uint8Array.from([21, 10, 21, 10, 21, 10, 21, 10]));
  #cursor = 5;
  /** Everything that was sent. */
  bytes = 0;
  defined = 0;
  moved = 0;
  /** From this packet of the next write on none gets through. */
  failAfter = Number.POSITIVE_INFINITY;

  constructor({ width, height }: Size, more: Partial<CharacterPanel> = {}) {
    this.#text = new Uint8Array(width * height);
    this.panel = {
      ...{ width, height, rom: hd44780A00, slots: [0, 1, 2, 3, 4, 5, 6, 7], moveCost: 2 },
      show: ({ x, y }, codes, cursorIsThere) => [
        cursorIsThere ? Uint8Array.of(SHOW_HERE, ...codes) : Uint8Array.of(SHOW_AT, y * width + x, ...codes),
      ],
      define: (slot, rows) => [Uint8Array.of(DEFINE, slot, ...rows)],
      cursorAfter: ({ x, y }) => (x + 1 < width ? { x: x + 1, y } : { x: 0, y: y + 1 }),
      ...more,
    };
  }

  readonly send = (packets: readonly Uint8Array[]): Observable<never> =>
    defer(() => {
      const through = packets.slice(0, this.failAfter);
      for (const packet of through) this.#receive(packet);
      this.failAfter = Number.POSITIVE_INFINITY;
      return through.length === packets.length ? EMPTY : throwError(() => new Error('lost'));
    });

  #receive(packet: Uint8Array): void {
    const [id, first = 0] = packet;
    this.bytes += packet.length;
    if (id === DEFINE) {
      this.defined += 1;
      this.#drawn[first] = packet.slice(2);
      this.#cursor = -1000;
      return;
    }
    if (id === SHOW_AT) {
      this.moved += 1;
      this.#cursor = first;
    }
    for (const code of packet.subarray(id === SHOW_AT ? 2 : 1)) this.#text[this.#cursor++] = code;
  }

  /** The dots of each cell on the glass. */
  dots(): readonly (readonly number[])[] {
    return Array.from(this.#text, (code) => [
      ...(this.#drawn[code] ?? letterDots(hd44780A00.letters!.get(code) ?? 0x2423)),
    ]);
  }
}
