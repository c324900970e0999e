import {
  type CharacterPanel,
  characterDisplay,
  type Display,
  type KeyEvent,
  matrixOrbitalRom,
  type TransferQueue,
  type Transport,
  transferQueue,
} from '@lcdflow/core';
import { concat, from, ignoreElements, merge, mergeMap, type Observable, of, scan } from 'rxjs';
import { controlsOf } from './controls.ts';
import { decodeKeys, NO_KEYS } from './decode.ts';
import {
  encodeCharacter,
  encodeClear,
  encodeContrast,
  encodeKeypad,
  encodeLight,
  encodeModes,
  encodeOutput,
  encodeResync,
  encodeText,
  MOVE_COST,
  SLOTS,
} from './encode.ts';
import type { Module } from './modules.ts';
import { conversation } from './questions.ts';
import type { Settings } from './settings.ts';

/** A line carries one packet after the other; more under way would only make changes wait. */
const DEPTH = 1;

/** An open module on a transport. Emits the display once everything that it forgets without power has been sent. */
export function openPanel(transport: Transport, settings: Settings): Observable<Display> {
  const queue = transferQueue(transport, DEPTH);
  const ready = concat(queue.send(opening(settings)).pipe(ignoreElements()), of(display(transport, queue, settings)));
  return merge(queue.completions.pipe(ignoreElements()), ready);
}

/**
 * Clears last: an old module that does not know a command shows its parameters as text (docs/protocol.md section 7).
 */
function opening({ module: { kind, keys, outputs }, light, contrast, outputs: on }: Settings): readonly Uint8Array[] {
  return [
    encodeResync(),
    ...Array.from({ length: outputs }, (_, index) => encodeOutput(index + 1, on.includes(index + 1), kind.numbered)),
    // Outputs may turn out to have numbers where none was sent.
    encodeResync(),
    ...encodeModes(),
    ...(Object.keys(keys).length > 0 ? encodeKeypad() : []),
    ...encodeLight(light, kind.dimming),
    ...(kind.contrast ? [encodeContrast(contrast)] : []),
    encodeClear(),
  ];
}

function display(transport: Transport, queue: TransferQueue, { module, keys }: Settings): Display {
  const { unasked, info } = conversation(transport, queue);
  return {
    ...characterDisplay(characterPanel(module), (packets) => queue.send(packets)),
    ...(Object.keys(keys).length > 0 && { keys: keyEvents(unasked, keys) }),
    controls: controlsOf(module, queue),
    info,
    queue,
  };
}

/** What the protocol can do, for a module of this size. */
export const characterPanel = ({ width, height }: Pick<Module, 'width' | 'height'>): CharacterPanel => ({
  width,
  height,
  rom: matrixOrbitalRom,
  slots: SLOTS,
  moveCost: MOVE_COST,
  show: (at, codes, cursorIsThere) => [encodeText(at, codes, cursorIsThere)],
  define: (slot, rows) => [encodeCharacter(slot, rows)],
  // Nobody says so: see docs/protocol.md section 4.2.
  definingKeepsCursor: false,
  cursorAfter: ({ x, y }) => {
    if (x + 1 < width) return { x: x + 1, y };
    return y + 1 < height ? { x: 0, y: y + 1 } : undefined;
  },
});

const keyEvents = (unasked: Observable<Uint8Array>, names: Settings['keys']): Observable<KeyEvent> =>
  unasked.pipe(
    scan((state, bytes) => decodeKeys(names, state, bytes), NO_KEYS),
    mergeMap(({ events }) => from(events)),
  );
