import type { Reaction } from '@lcdflow/core';
import { parseDrawing } from './drawing.ts';
import type { Fault } from './reports.ts';

/** Takes bytes with RS 0 and with RS 1. */
export interface Chip {
  command(byte: number): void;
  write(byte: number): void;
}

/** Carries a 94, 95 or 96 out on the chip it names (docs/protocol.md section 3.2). `delayUnit` in ms. */
export function draw(report: Uint8Array, chips: readonly Chip[], delayUnit: number): Reaction | Fault {
  const drawing = parseDrawing(report);
  if (typeof drawing === 'number') return drawing;
  const chip = chips[drawing.chip];
  for (const { taken, bytes } of drawing.parts)
    for (let at = 0; at < bytes.length; at++)
      if (taken === 'data') chip?.write(bytes[at]!);
      else chip?.command(bytes[at]!);
  return pause(drawing.delay * delayUnit);
}

/** Busy for so many ms. */
export const pause = (busy: number): Reaction => (busy > 0 ? { busy } : {});
