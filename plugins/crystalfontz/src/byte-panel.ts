import {
  type CharacterPanel,
  characterDisplay,
  type Display,
  fraction,
  type Transport,
  transferQueue,
} from '@lcdflow/core';
import { concat, ignoreElements, merge, type Observable, of } from 'rxjs';
import { encodeBacklight, encodeContrast, encodeGlyph, encodeOpening, encodeText } from './encode-bytes.ts';
import type { ByteModel } from './models.ts';
import type { PanelOptions } from './panel-options.ts';

const SLOTS = [0, 1, 2, 3, 4, 5, 6, 7];
/** Bytes of a command that moves the cursor. */
const MOVE_COST = 3;

/** An open panel that never answers. Emits the display once everything that puts it into its state has gone. */
export function openBytePanel(line: Transport, model: ByteModel, options: PanelOptions): Observable<Display> {
  const queue = transferQueue(line);
  const { contrast } = options;
  const opening = [
    encodeOpening(),
    encodeContrast(contrast === undefined ? model.contrast.usual / model.contrast.most : fraction(contrast)!),
    encodeBacklight(fraction(options.backlight)!),
  ];
  const display: Display = {
    ...characterDisplay(charactersOf(model), (packets) => queue.send(packets)),
    controls: {
      backlight: (level) => queue.send([encodeBacklight(level)]),
      contrast: (level) => queue.send([encodeContrast(level)]),
    },
    queue,
  };
  return merge(
    queue.completions.pipe(ignoreElements()),
    concat(queue.send(opening).pipe(ignoreElements()), of(display)),
  );
}

const charactersOf = ({ width, height, rom }: ByteModel): CharacterPanel => ({
  ...{ width, height, rom, slots: SLOTS, moveCost: MOVE_COST },
  show: (at, codes, cursorIsThere) => [encodeText(at, codes, cursorIsThere)],
  define: (slot, rows) => [encodeGlyph(slot, rows)],
  // With wrapping off nobody knows where it is behind the end of a row.
  cursorAfter: ({ x, y }) => (x + 1 < width ? { x: x + 1, y } : undefined),
});
