import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { ConfigError } from '../problem.ts';

/** The names a config is looked for under, in this order. */
export const CONFIG_NAMES: readonly string[] = ['lcd.config.yaml', 'lcd.config.yml'];

/** A config's file and text. */
export interface ConfigFile {
  /** Absolute. */
  readonly file: string;
  /** As messages call it. */
  readonly label: string;
  readonly text: string;
}

const failure = (file: string, message: string): ConfigError =>
  new ConfigError([{ file, line: 0, column: 0, path: '', message }]);

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'not found',
  EACCES: 'not readable by this user: check its permissions',
  EPERM: 'not readable by this user: check its permissions',
  EISDIR: 'a file is expected, but this is a folder',
  ENOTDIR: 'not found: a part of the path is no folder',
  ELOOP: 'too many links lead to it',
};

async function findFile(cwd: string): Promise<string> {
  const { cosmiconfig } = await import('cosmiconfig');
  const onlyFind = (): object => ({});
  const explorer = cosmiconfig('lcd', {
    searchPlaces: [...CONFIG_NAMES],
    loaders: { '.yaml': onlyFind, '.yml': onlyFind },
    searchStrategy: 'none',
    ignoreEmptySearchPlaces: false,
    cache: false,
  });
  const found = await explorer.search(cwd).catch((error: NodeJS.ErrnoException) => {
    throw failure(error.path ?? cwd, REASONS[error.code ?? ''] ?? error.message);
  });
  if (found !== null) return found.filepath;
  throw failure(cwd, `no config found: ${CONFIG_NAMES.join(' or ')} is expected here`);
}

async function readText(file: string, label: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw failure(label, REASONS[code ?? ''] ?? message);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw failure(label, 'the text must be UTF-8');
  }
}

/** Reads the config: this file, or the one in the folder. Throws a `ConfigError` with one line. */
export async function readConfigFile(file: string | undefined, cwd: string): Promise<ConfigFile> {
  const found = file === undefined ? await findFile(resolve(cwd)) : resolve(cwd, file);
  const label = file ?? basename(found);
  return { file: found, label, text: await readText(found, label) };
}
