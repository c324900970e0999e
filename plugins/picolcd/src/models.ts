import type { CellKind, Model, Size } from '@lcdflow/core';

/** Names of keys by their code. */
export type KeyNames = Readonly<Record<number, string>>;

const numbered = (names: readonly string[]): KeyNames =>
  Object.fromEntries(names.map((name, index) => [index + 1, name]));

/** The graphic panel has five keys of its own; the others are on its header (docs/protocol.md section 7.1). */
export const KEYS_256X64: KeyNames = {
  1: 'back',
  2: 'left',
  3: 'right',
  4: 'key4',
  5: 'up',
  6: 'enter',
  7: 'down',
  ...Object.fromEntries([8, 9, 10, 11, 12, 13, 14, 15, 16].map((code) => [code, `key${code}`])),
};

/** docs/protocol.md section 11.4 */
export const KEYS_20X2 = numbered([
  ...['plus', 'minus', 'f1', 'f2', 'f3', 'f4', 'f5'],
  ...['left', 'right', 'up', 'down', 'enter'],
]);

/** docs/protocol.md section 12.4 */
export const KEYS_20X4 = numbered(['back', 'f1', 'f2', 'f3', 'home', 'down', 'enter', 'up']);

/** Outputs with a connector for an LED each. */
export const LEDS = 8;

const picolcd = (name: string, productId: number, size: Size, cell: CellKind, keys: KeyNames): Model => ({
  name,
  ...size,
  cell,
  colors: 2,
  // docs/protocol.md sections 3.1 and 9.5
  ink: 'dark',
  keys: Object.values(keys),
  controls: ['backlight', 'contrast', ...Array.from({ length: LEDS }, (_, index) => `led${index + 1}`)],
  readings: {
    infrared: {
      unit: 'µs',
      meaning: 'The newest pulses of an infrared remote control: marks positive, spaces negative',
    },
  },
  usb: { vendorId: 0x04d8, productId },
});

/** The 256x64 graphic panel. */
export const picolcd256x64 = picolcd('256x64', 0xc002, { width: 256, height: 64 }, 'pixel', KEYS_256X64);

/** The 20x2 text panel, as in Mini-Box cases and as OEM part. */
export const picolcd20x2 = picolcd('20x2', 0x0002, { width: 20, height: 2 }, 'character', KEYS_20X2);

/** The 20x4 text panel for desks. */
export const picolcd20x4 = picolcd('20x4', 0xc001, { width: 20, height: 4 }, 'character', KEYS_20X4);
