import type { Logger } from '@lcdflow/core';

/** Tells complaints, which no bench should have. */
export const log: Logger = { debug() {}, info() {}, warn: console.error, error: console.error };
