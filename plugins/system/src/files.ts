import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LcdError } from '@lcdflow/core';

/** The files of one machine. Paths are absolute, as on that machine: `/proc/stat`. */
export interface Files {
  /** Where a path of that machine lies on this one. */
  at(path: string): string;
  /** A file that the kernel answers from memory. Errors with `not-found` or `permission`. */
  text(path: string): string;
  /** A file that the kernel may have to ask hardware for. Errors as `text`. */
  slowText(path: string): Promise<string>;
  /** What a folder holds, sorted with 10 after 9; nothing when there is no such folder. */
  names(path: string): readonly string[];
  exists(path: string): boolean;
}

/** The files below `root`, which is `/` for this machine itself. */
export function filesBelow(root: string): Files {
  const at = (path: string) => (root === '/' ? path : join(root, path));
  return {
    at,
    text: (path) => {
      try {
        return readFileSync(at(path), 'utf8');
      } catch (error) {
        throw unreadable(path, error);
      }
    },
    slowText: (path) =>
      readFile(at(path), 'utf8').catch((error) => {
        throw unreadable(path, error);
      }),
    names: (path) => {
      try {
        return readdirSync(at(path)).sort(byNumber);
      } catch {
        return [];
      }
    },
    exists: (path) => existsSync(at(path)),
  };
}

/** What `linux` gives, or what `other` gives where there is no /proc at all. */
export function onLinuxOr<T>(files: Files, linux: () => T, other: () => T): T {
  try {
    return linux();
  } catch (error) {
    if (files.names('/proc').length > 0) throw error;
    return other();
  }
}

/** The error of the system as one of ours: `/mnt/music: cannot be read: ENOENT`. */
export function unreadable(path: string, error: unknown): LcdError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const code = reason === 'EACCES' || reason === 'EPERM' ? 'permission' : 'not-found';
  return new LcdError(code, `${path}: cannot be read: ${reason}`, { cause: error });
}

const { compare: byNumber } = new Intl.Collator('en', { numeric: true });
