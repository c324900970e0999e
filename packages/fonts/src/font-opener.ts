import type { FontOpener } from '@lcdflow/core';
import { systemFont, UNIFONT } from './system-font.ts';

/** What `fontOpener` may be told, for tests. */
export interface FontOpenerOptions {
  /** Where the module for outline fonts comes from. */
  readonly load?: () => Promise<object>;
  /** Files of the last font; the first that is there counts. Those of Debian's Unifont when left out. */
  readonly last?: readonly string[];
}

/**
 * Opens font files: BDF, PCF and PSF, packed with gzip or not, and with the optional module `@napi-rs/canvas` TrueType and
 * OpenType. Its last font is the Unifont of the system, if it is there. What reads them is loaded when it is needed.
 */
export const fontOpener = ({ load, last = UNIFONT }: FontOpenerOptions = {}): FontOpener => ({
  open: async (file) => (await import('./open-font.ts')).openFont(file, load),
  last: systemFont(last),
});
