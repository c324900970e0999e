import type { LcdError } from '@lcdflow/core';

/** The bytes of a file, or why there are none now. */
export type Reading = Uint8Array | LcdError;

/** The most bytes of a file or an answer. */
export const MOST_BYTES = 10 * 1024 * 1024;
