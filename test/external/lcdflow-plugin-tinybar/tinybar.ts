import {
  type Display,
  defineDriver,
  definePlugin,
  type Frame,
  fraction,
  type KeyEvent,
  type Model,
  type OptionsOf,
  packColumns,
  type Rect,
  type Transport,
  transferQueue,
} from '@lcdflow/core';
import { concat, filter, ignoreElements, map, merge, type Observable, of, switchMap } from 'rxjs';
import { tinybarEmulator } from './emulator.ts';

const PIPES = { interface: 0, out: 0x01, in: 0x81 };
const DEPTH = 2;
const KEYS = ['minus', 'plus', 'enter'];
const model: Model = {
  ...{ name: '128x32', width: 128, height: 32, cell: 'pixel', colors: 2, ink: 'dark' },
  ...{ keys: KEYS, controls: ['backlight'], usb: { vendorId: 0x1209, productId: 0xb128 } },
};
const percent = (start: string) => ({ type: 'string', format: 'percent', default: start }) as const;
const options = {
  type: 'object',
  properties: { contrast: percent('50%'), backlight: percent('100%') },
  additionalProperties: false,
} as const;

/** A report (protocol.md): 64 bytes. */
const report = (...bytes: readonly number[]): Uint8Array => Uint8Array.from({ length: 64 }, (_, i) => bytes[i] ?? 0);
const level = (share: number): number => Math.round(share * 255);

const encodeArea = (frame: Frame, area: Rect): Uint8Array =>
  report(0x02, Math.floor(area.y / 8), area.x, area.width, ...packColumns(frame, area));

function decodeKey([id, key = 0, down]: Uint8Array): KeyEvent | undefined {
  const name = id === 0x81 ? KEYS[key - 1] : undefined;
  return name === undefined ? undefined : { key: name, pressed: down === 1 };
}

function open(transport: Transport, { contrast, backlight }: OptionsOf<typeof options>): Observable<Display> {
  const queue = transferQueue(transport, DEPTH);
  const { width, height, cell } = model;
  const display: Display = {
    ...{ width, height, cell, tile: { width: 32, height: 8 }, ahead: DEPTH, queue },
    write: (frame, area) => queue.send([encodeArea(frame, area)]),
    keys: transport.incoming.pipe(
      map(decodeKey),
      filter((event) => event !== undefined),
    ),
    controls: { backlight: (share) => queue.send([report(0x03, level(share))]) },
  };
  const opening = queue.send([report(0x01, level(fraction(contrast)!)), report(0x03, level(fraction(backlight)!))]);
  return merge(queue.completions.pipe(ignoreElements()), concat(opening.pipe(ignoreElements()), of(display)));
}

export const tinybar = defineDriver({
  ...{ name: 'tinybar', meaning: 'The Tinybar 128x32, on USB', bus: 'usb', options, models: [model] },
  model: () => model,
  open: (wanted, { connect }) =>
    connect('usb', { ...model.usb, ...PIPES }).pipe(switchMap((transport) => open(transport, wanted))),
});
export default definePlugin({ name: 'tinybar', apiVersion: 1, drivers: [tinybar], emulators: [tinybarEmulator] });
