import type { Logger } from '@lcdflow/core';

/** Least important first. */
export const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type Level = (typeof LEVELS)[number];

/** A logger that writes one line for each message of at least this level: its level, unless it is info, and the words. */
export function createLog(least: Level, write: (line: string) => void): Logger {
  const at = (level: Level) => (message: string) => {
    if (LEVELS.indexOf(level) >= LEVELS.indexOf(least)) write(level === 'info' ? message : `${level}: ${message}`);
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
