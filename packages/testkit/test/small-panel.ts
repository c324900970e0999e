import {
  blankFrame,
  type DeviceEmulator,
  type Display,
  type DisplayDriver,
  defineDriver,
  type Frame,
  isInk,
  type KeyEvent,
  type Model,
  type Rect,
  type Transport,
  transferQueue,
} from '@lcdflow/core';
import { concat, filter, ignoreElements, map, merge, type Observable, of, switchMap } from 'rxjs';

/**
 * An invented panel with pixels. Out: `01 control level`, `02 x y width height` and a byte for each cell.
 * In: `81 key pressed`.
 */
const TILE = { width: 10, height: 8 } as const;
export const CONTROLS = ['backlight', 'led'] as const;
export const KEYS: readonly string[] = ['left', 'middle', 'right'];
export const INK = 0x203040;
const PAPER = 0xd0e0c0;

export const smallModel: Model = {
  ...{ name: '24x16', width: 24, height: 16, cell: 'pixel', colors: 2, ink: 'dark', keys: KEYS, controls: CONTROLS },
};

export const encodeArea = (frame: Frame, { x, y, width, height }: Rect): Uint8Array => {
  const rows = Array.from({ length: height }, (_, row) => {
    const start = (y + row) * frame.width + x;
    return Array.from(frame.cells.subarray(start, start + width), (value) => Number(isInk(value)));
  });
  return Uint8Array.of(0x02, x, y, width, height, ...rows.flat());
};

export const encodeControl = (control: number, level: number): Uint8Array =>
  Uint8Array.of(0x01, control, Math.round(level * 0xff));

export function decodeKey([id, key = 0, pressed]: Uint8Array): KeyEvent | undefined {
  return id === 0x81 ? { key: KEYS[key]!, pressed: pressed === 1 } : undefined;
}

export const keysOf = ({ incoming }: Transport): Observable<KeyEvent> =>
  incoming.pipe(
    map(decodeKey),
    filter((event) => event !== undefined),
  );

/** Packets the driver leaves with the device. */
export const DEPTH = 2;

/** What a test may plant a bug into. */
export type Open = (transport: Transport, depth?: number) => Observable<Display>;

export const openSmallPanel: Open = (transport, depth = DEPTH) => {
  const queue = transferQueue(transport, depth);
  const display: Display = {
    width: smallModel.width,
    height: smallModel.height,
    cell: 'pixel',
    tile: TILE,
    ahead: depth,
    keys: keysOf(transport),
    controls: {
      backlight: (level) => queue.send([encodeControl(0, level)]),
      led: (level) => queue.send([encodeControl(1, level)]),
    },
    write: (frame, area) => queue.send([encodeArea(frame, area)]),
    queue,
  };
  const opening = queue.send([encodeControl(0, 1), encodeControl(1, 0)]).pipe(ignoreElements());
  return merge(queue.completions.pipe(ignoreElements()), concat(opening, of(display)));
};

export const smallPanel = (open: Open = openSmallPanel): DisplayDriver =>
  defineDriver({
    name: 'small',
    meaning: 'An invented panel.',
    bus: 'usb',
    options: { type: 'object', properties: {}, additionalProperties: false },
    models: [smallModel],
    model: () => smallModel,
    open: (_, { connect }) => connect('usb', {}).pipe(switchMap((transport) => open(transport))),
  });

export const smallPanelEmulator: DeviceEmulator = {
  driver: 'small',
  model: smallModel.name,
  bus: 'usb',
  interval: 8,
  explain: ([id]) => `report ${id}`,
  powerUp: () => {
    const glass = blankFrame(smallModel, PAPER);
    const levels = [0.5, 0.5];
    const paint = ([x, y, width, height, ...cells]: readonly number[]) => {
      for (const [index, value] of cells.entries()) {
        const [column, row] = [x! + (index % width!), y! + Math.floor(index / width!)];
        if (column >= glass.width || row >= y! + height!) continue;
        glass.cells[row * glass.width + column] = value === 1 ? INK : PAPER;
      }
    };
    return {
      receive: ([id, ...rest]) => {
        if (id === 0x01) levels[rest[0]!] = rest[1]! / 0xff;
        if (id === 0x02) paint(rest);
        return {};
      },
      press: (key, pressed) => [Uint8Array.of(0x81, KEYS.indexOf(key), Number(pressed))],
      glass: () => ({ ...glass, cells: glass.cells.slice() }),
      controls: () => Object.fromEntries(CONTROLS.map((name, index) => [name, levels[index]!])),
    };
  },
};
