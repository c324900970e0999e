import {
  characterDisplay,
  type Display,
  fraction,
  type Logger,
  type TransferQueue,
  type Transport,
  transferQueue,
} from '@lcdflow/core';
import { concat, filter, ignoreElements, map, merge, type Observable, of, tap } from 'rxjs';
import { acknowledged } from './acknowledged.ts';
import { decodeKey, decodeRefusal, decodeVersion } from './decode.ts';
import {
  encodeContrast,
  encodeGlyph,
  encodeKeyReports,
  encodeNoCursor,
  encodeOutput,
  encodePing,
  encodeText,
  encodeVersion,
} from './encode.ts';
import { framed } from './framed.ts';
import { panelInfo } from './info.ts';
import { type Lights, lights } from './lights.ts';
import { LineNotes } from './line-notes.ts';
import type { PacketModel } from './models.ts';
import type { PanelOptions } from './panel-options.ts';

/** User-defined characters are shown by these bytes. */
const SLOTS = [0, 1, 2, 3, 4, 5, 6, 7];

/** An open panel that answers. Emits the display once the panel has answered everything that puts it into its state. */
export function openPacketPanel(
  line: Transport,
  model: PacketModel,
  options: PanelOptions,
  log: Logger,
): Observable<Display> {
  const notes = new LineNotes(log);
  const framedLine = framed(line, (bytes) => notes.skipped(bytes));
  const queue = transferQueue(acknowledged(framedLine, () => notes.retried()));
  const backlight = fraction(options.backlight)!;
  const keypad = fraction(options.keypad ?? options.backlight)!;
  const light = lights(queue, notes, model.hasKeypadLight ? [backlight, keypad] : [backlight]);
  const opening = concat(
    queue.send(openingOf(model, options)).pipe(ignoreElements()),
    light.send().pipe(ignoreElements()),
    of(display(framedLine, queue, model, light, notes)),
  );
  return merge(
    // First: whatever else hears a packet finds it noted.
    framedLine.incoming.pipe(tap(noting(model, notes, log)), ignoreElements()),
    queue.completions.pipe(ignoreElements()),
    opening,
  );
}

/** The ping finds the panel, and its way out of half a packet that another program has left it with. */
const openingOf = (model: PacketModel, { contrast, leds }: PanelOptions): readonly Uint8Array[] => [
  encodePing(0),
  encodeVersion(),
  encodeKeyReports(model.keyMask),
  encodeNoCursor(),
  contrast === undefined
    ? encodeContrast(model.contrast.usual / model.contrast.most, model.contrast.most)
    : encodeContrast(fraction(contrast)!, model.contrast.most),
  ...[...model.leds].map(([name, pin]) => encodeOutput(pin, leds.includes(name) ? 1 : 0)),
];

function noting(model: PacketModel, notes: LineNotes, log: Logger): (packet: Uint8Array) => void {
  let isKnown = false;
  return (packet) => {
    const refused = decodeRefusal(packet);
    if (refused !== undefined) notes.refused(refused);
    const version = decodeVersion(packet);
    if (version === undefined || isKnown) return;
    isKnown = true;
    if (!version.startsWith(model.name)) log.warn(`crystalfontz: the panel is no ${model.name}: it says ${version}`);
  };
}

function display(
  { incoming }: Transport,
  queue: TransferQueue,
  model: PacketModel,
  light: Lights,
  notes: LineNotes,
): Display {
  const { width, height, rom } = model;
  const panel = {
    ...{ width, height, rom, slots: SLOTS },
    // Each packet waits for its answer: a row in one packet takes less time than two pieces of it.
    moveCost: width,
    show: (at: { x: number; y: number }, codes: Uint8Array) => [encodeText(at, codes)],
    define: (slot: number, rows: Uint8Array) => [encodeGlyph(slot, rows)],
  };
  return {
    ...characterDisplay(panel, (packets) => queue.send(packets)),
    keys: incoming.pipe(
      map((packet) => decodeKey(packet, model.keyCodes)),
      filter((event) => event !== undefined),
    ),
    controls: controls(queue, model, light),
    info: panelInfo(queue, notes),
    queue,
  };
}

type Control = (level: number) => Observable<unknown>;

const controls = (queue: TransferQueue, model: PacketModel, light: Lights): Readonly<Record<string, Control>> => ({
  backlight: light.backlight,
  contrast: (level) => queue.send([encodeContrast(level, model.contrast.most)]),
  ...(model.hasKeypadLight ? { keypad: light.keypad } : {}),
  ...Object.fromEntries(
    [...model.leds].map(([name, pin]) => [name, (level: number) => queue.send([encodeOutput(pin, level)])]),
  ),
});
