import type { Display, Model, TransferQueue } from '@lcdflow/core';
import type { Observable } from 'rxjs';
import type { Columns } from './encode.ts';
import type { KeyNames } from './models.ts';

/** The part of a display that shows frames. */
export type Glass = Pick<
  Display,
  'width' | 'height' | 'cell' | 'tile' | 'widest' | 'gap' | 'ahead' | 'encode' | 'write'
>;

/** What sets one model apart on the wire. Keys, LEDs, infrared and errors are the same for all. */
export interface Dialect {
  readonly model: Model;
  readonly keys: KeyNames;
  /** The contrast when the config names none, from 0 to 1. */
  readonly usualContrast: number;
  /** What the panel gets first, before contrast, backlight and LEDs. */
  readonly opening: readonly Uint8Array[];
  /** `level` from 0 to 1, here and below. */
  encodeBacklight(level: number): Uint8Array;
  encodeContrast(level: number): Uint8Array;
  glass(queue: TransferQueue, columns: Columns): Glass;
  /** All that a panel says of itself. */
  info(queue: TransferQueue): Observable<Readonly<Record<string, string>>>;
}
