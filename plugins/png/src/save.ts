import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { type ErrorCode, LcdError } from '@lcdflow/core';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';

/** What a person does about a failed write, by the system's error code. */
function cure(code: string, file: string): readonly [ErrorCode, string] {
  const folder = dirname(file);
  if (code === 'ENOENT') return ['config', `the folder ${folder} must exist: make it, or name another in \`file\``];
  if (code === 'ENOTDIR') return ['config', `${folder} must be a folder: name another in \`file\``];
  if (code === 'EISDIR') return ['config', 'it must not be a folder: name a file in `file`'];
  if (code === 'EACCES' || code === 'EPERM')
    return [
      'permission',
      `this user must be allowed to write in ${folder}: chmod or chown it, or name another in \`file\``,
    ];
  if (code === 'EROFS') return ['permission', `${folder} is read-only: name another in \`file\``];
  if (code === 'ENOSPC' || code === 'EDQUOT') return ['busy', 'there is no space left: make some'];
  return ['config', `the system says ${code}: name another in \`file\``];
}

/** What has failed, with the path and what cures it. */
export function saveError(file: string, error: unknown): LcdError {
  const [code, advice] = cure(codeOf(error), file);
  return new LcdError(code, `png: cannot write ${file}: ${advice}`, { cause: error });
}

function removeUnfinished(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What kept it from being written keeps it from being removed; that error is told.
  }
}

/**
 * Writes a file so that nobody ever sees half of it: into the same folder under another name, then renamed. Returns
 * when it is there, because a close must not overtake a write that is under way.
 * @throws LcdError with the path and what cures it
 */
export function save(file: string, bytes: Uint8Array): void {
  const unfinished = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, file);
  } catch (error) {
    removeUnfinished(unfinished);
    throw saveError(file, error);
  }
}
