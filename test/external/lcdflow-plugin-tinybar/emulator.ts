import { blankFrame, type DeviceEmulator } from '@lcdflow/core';

const KEYS: readonly string[] = ['minus', 'plus', 'enter'];
const [INK, PAPER] = [0x102010, 0x80c040];
const WORDS: Readonly<Record<number, string>> = { 1: 'open', 2: 'columns', 3: 'backlight', 129: 'key' };

/** Written from protocol.md. */
export const tinybarEmulator: DeviceEmulator = {
  ...{ driver: 'tinybar', model: '128x32', bus: 'usb', interval: 4 },
  explain: ([id = 0]) => WORDS[id] ?? 'unknown',
  powerUp: () => {
    const memory = blankFrame({ width: 128, height: 32 }, PAPER);
    let [opened, light] = [false, 255];
    return {
      receive: (packet) => {
        const [id, page = 0, first = 0, count = 0] = packet;
        if (id === 0x01) opened = true;
        if (id === 0x03) light = page;
        if (id === 0x02 && packet.length === 64 && first + count <= 128)
          for (let i = 0; i < count; i++)
            for (let bit = 0; bit < 8; bit++)
              memory.cells[(page * 8 + bit) * 128 + first + i] = (packet[4 + i]! >> bit) & 1 ? INK : PAPER;
        return {};
      },
      press: (key, pressed) => [Uint8Array.of(0x81, KEYS.indexOf(key) + 1, Number(pressed))],
      glass: () => (opened ? { ...memory, cells: memory.cells.slice() } : blankFrame(memory, PAPER)),
      controls: () => ({ backlight: light / 255 }),
    };
  },
};
