import type { Model } from '@lcdflow/core';

/** Names of the keys by their code. The panel has five of its own; the others are on its header (docs/protocol.md section 7.1). */
export const KEYS: Readonly<Record<number, string>> = {
  1: 'back',
  2: 'left',
  3: 'right',
  4: 'key4',
  5: 'up',
  6: 'enter',
  7: 'down',
  ...Object.fromEntries([8, 9, 10, 11, 12, 13, 14, 15, 16].map((code) => [code, `key${code}`])),
};

/** Outputs with a connector for an LED each. */
export const LEDS = 8;

/** The 256x64 graphic panel. */
export const picolcd256x64: Model = {
  name: '256x64',
  width: 256,
  height: 64,
  cell: 'pixel',
  colors: 2,
  keys: Object.values(KEYS),
  controls: ['backlight', 'contrast', ...Array.from({ length: LEDS }, (_, index) => `led${index + 1}`)],
  readings: {
    infrared: {
      unit: 'µs',
      meaning: 'The newest pulses of an infrared remote control: marks positive, spaces negative',
    },
  },
  usb: { vendorId: 0x04d8, productId: 0xc002 },
};
