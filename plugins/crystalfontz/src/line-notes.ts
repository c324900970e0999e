import type { Logger } from '@lcdflow/core';
import { COMMAND } from './encode.ts';

/** What each command does, for people. */
const MEANINGS: Readonly<Record<number, string>> = {
  [COMMAND.ping]: 'ping',
  [COMMAND.version]: 'tell the version',
  [COMMAND.readFlash]: 'read the user flash',
  [COMMAND.glyph]: 'define a character',
  [COMMAND.cursorStyle]: 'hide the cursor',
  [COMMAND.contrast]: 'set the contrast',
  [COMMAND.light]: 'set the backlight',
  [COMMAND.keyReports]: 'report keys',
  [COMMAND.text]: 'show text',
  [COMMAND.output]: 'set an LED',
};

/** Counts what goes wrong on a line; each kind is logged once. */
export class LineNotes {
  readonly #log: Logger;
  readonly #refused = new Set<number>();
  #skipped = 0;
  #retries = 0;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Bytes came that belong to no packet. */
  skipped(bytes: number): void {
    if (this.#skipped === 0)
      this.#log.warn('crystalfontz: bytes from the panel belong to no packet (noise, or a wrong CRC): skipped');
    this.#skipped += bytes;
  }

  /** A command was not answered in time. */
  retried(): void {
    if (this.#retries === 0) this.#log.warn('crystalfontz: the panel has not answered in time: trying again');
    this.#retries += 1;
  }

  /** The panel has refused a command. */
  refused(command: number): void {
    if (this.#refused.has(command)) return;
    this.#refused.add(command);
    this.#log.warn(`crystalfontz: the panel refuses command ${command} (${MEANINGS[command] ?? 'unknown'})`);
  }

  hasRefused(command: number): boolean {
    return this.#refused.has(command);
  }

  /** What a person may want to know of the line. */
  words(): string {
    return `${this.#skipped} bytes skipped, ${this.#retries} tries more`;
  }
}
