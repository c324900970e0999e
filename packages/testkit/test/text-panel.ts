import {
  type CharacterPanel,
  type CharacterRom,
  characterDisplay,
  characterRom,
  type DeviceEmulator,
  type Display,
  type DisplayDriver,
  defineDriver,
  dotMatrix,
  letterDots,
  type Model,
  type Transport,
  transferQueue,
} from '@lcdflow/core';
import { concat, ignoreElements, merge, type Observable, of, switchMap } from 'rxjs';

/**
 * An invented panel of letters, with a memory like an HD44780's: 40 bytes for each of two lines, of which 16 show, and
 * eight characters to define. Out: `01 level` for the light, `02 address` moves the cursor, `03` and text,
 * `04 slot` and 8 rows, which leaves the cursor behind in the memory of characters.
 */
export const textModel: Model = {
  ...{ name: 'text', width: 16, height: 2, cell: 'character', colors: 2, ink: 'dark' },
  ...{ keys: [], controls: ['backlight'] },
};
const LINE = 0x40;
const SHOWN = { width: textModel.width, height: textModel.height };
export const TEXT_DEPTH = 2;

const ASCII = String.fromCodePoint(...Array.from({ length: 0x5d }, (_, index) => 0x21 + index));

/** ASCII without backslash and tilde, a few letters, and a full block. */
export const textRom: CharacterRom = characterRom('text', {
  33: ASCII.replace('\\', ' '),
  225: 'äß',
  239: 'ö',
  245: 'ü',
  255: '█',
});

/** What a test may plant a bug into. */
export interface TextDriver {
  readonly panel?: Partial<CharacterPanel>;
  readonly display?: (display: Display, transport: Transport) => Partial<Display>;
}

export const textPanel: CharacterPanel = {
  ...SHOWN,
  rom: textRom,
  slots: [0, 1, 2, 3, 4, 5, 6, 7],
  moveCost: 3,
  show: ({ x, y }, codes, cursorIsThere) => [
    ...(cursorIsThere ? [] : [Uint8Array.of(0x02, y * LINE + x)]),
    Uint8Array.of(0x03, ...codes),
  ],
  define: (slot, rows) => [Uint8Array.of(0x04, slot, ...rows)],
  cursorAfter: ({ x, y }) => ({ x: x + 1, y }),
};

function openTextPanel(transport: Transport, { panel, display: change }: TextDriver): Observable<Display> {
  const queue = transferQueue(transport, TEXT_DEPTH);
  const light = (level: number) => queue.send([Uint8Array.of(0x01, Math.round(level * 0xff))]);
  const display: Display = {
    ...characterDisplay({ ...textPanel, ...panel }, queue.send),
    ahead: TEXT_DEPTH,
    controls: { backlight: light },
    queue,
  };
  const ready = of({ ...display, ...change?.(display, transport) });
  return merge(queue.completions.pipe(ignoreElements()), concat(light(1).pipe(ignoreElements()), ready));
}

export const textDriver = (bug: TextDriver = {}): DisplayDriver =>
  defineDriver({
    name: 'text',
    meaning: 'An invented panel of letters.',
    bus: 'serial',
    options: { type: 'object', properties: {}, additionalProperties: false },
    models: [textModel],
    model: () => textModel,
    open: (_, { connect }) => connect('serial', {}).pipe(switchMap((transport) => openTextPanel(transport, bug))),
  });

const INK = 0x102030;
const PAPER = 0xa0c020;

export const textEmulator: DeviceEmulator = {
  driver: 'text',
  model: 'text',
  bus: 'serial',
  interval: 1,
  explain: ([id]) => `packet ${id}`,
  powerUp: () => {
    const text = new Uint8Array(2 * LINE).fill(0x20);
    const drawn = Array.from({ length: 8 }, () => new Uint8Array(8));
    let light = 0.5;
    let address = 0;
    const dotsAt = (index: number): Uint8Array => {
      const code = text[Math.floor(index / SHOWN.width) * LINE + (index % SHOWN.width)]!;
      return drawn[code] ?? letterDots(textRom.letters!.get(code) ?? 0x20);
    };
    return {
      receive: ([id, ...bytes]) => {
        if (id === 0x01) light = bytes[0]! / 0xff;
        if (id === 0x02) address = bytes[0]!;
        if (id === 0x03) for (const byte of bytes) text[address++ % text.length] = byte;
        if (id === 0x04) drawn[bytes[0]!] = Uint8Array.from(bytes.slice(1));
        if (id === 0x04) address = 2 * LINE - 1;
        return {};
      },
      press: () => [],
      glass: () => dotMatrix(SHOWN, dotsAt, { ink: INK, paper: PAPER }),
      controls: () => ({ backlight: light }),
    };
  },
};
