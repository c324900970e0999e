import { resolve } from 'node:path';
import process from 'node:process';
import type { Observable } from 'rxjs';
import { fileBytes } from './file-bytes.ts';
import type { Reading } from './reading.ts';
import { type Kept, webBytes } from './web-bytes.ts';

/** The folder that paths are relative to when nobody says. */
export const workingFolder = (): string => process.cwd();

/** Reads pictures by their place. Only what `isAddress` tells to be one is looked for in the web. */
export type BytesOf = (place: string, isAddress: boolean, refresh: number | undefined) => Observable<Reading>;

/** Whether an option is the address of a server. What a reading puts into a path never makes it one. */
export const isAddress = (option: string): boolean => /^https?:\/\/[^\s/{]/.test(option);

/** Reads files relative to a folder, and remembers the newest answers of servers. */
export function bytesOf(folder: string): BytesOf {
  const kept: Kept = new Map();
  return (place, isAddress, refresh) =>
    isAddress && URL.canParse(place) ? webBytes({ url: place, refresh }, kept) : fileBytes(resolve(folder, place));
}
