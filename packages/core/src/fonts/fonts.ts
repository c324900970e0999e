import type { Observable } from 'rxjs';
import type { Font } from './font.ts';

/** The fonts of a program beside the built-in ones. */
export interface Fonts {
  /** By the names that its config gives them. */
  readonly named: ReadonlyMap<string, Font>;
  /**
   * The font of the letters that no other has. Subscribed when such a letter is drawn, and the picture is drawn again when
   * it has come; completes without one when there is none. Never errors.
   */
  readonly last?: Observable<Font>;
}

/** A file with a font, as a config names it. */
export interface FontFile {
  /** How the config calls the font. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** The file as messages call it. */
  readonly label: string;
  /** Of outline fonts: pixels from one line to the next. */
  readonly size?: number;
  /** Of outline fonts: how much of a pixel must be covered to be ink on a panel of two colours, 0 to 1. */
  readonly threshold?: number;
}

/** Reads fonts for a config. */
export interface FontOpener {
  /** Rejects with an `LcdError` whose message begins with the file. */
  open(file: FontFile): Promise<Font>;
  /** See `Fonts`. */
  readonly last?: Observable<Font>;
}
