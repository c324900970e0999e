import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import { LcdError, Secret } from '@lcdflow/core';
import { isMapping } from './prepare.ts';
import { isSecret } from './schema/secret-forms.ts';
import { type JsonSchema, schemaOfMember } from './schema/words.ts';

/** A secret is a line or a key, not a film. */
const LONGEST = 65_536;

/** The secrets of a config's options as what they are, by the schema of the options. Nothing is read yet. */
export function withSecrets(schema: JsonSchema, value: unknown, folder: string): unknown {
  if (value instanceof Secret) return value;
  if (isSecret(schema)) return secretOf(value, folder);
  if (schema.anyOf !== undefined) return schema.anyOf.reduce((some, one) => withSecrets(one, some, folder), value);
  if (Array.isArray(value) && schema.items) return value.map((item) => withSecrets(schema.items!, item, folder));
  if (!isMapping(value)) return value;
  const members = Object.entries(value).map(([name, member]) => {
    const inner = schemaOfMember(schema, name);
    return [name, inner === undefined ? member : withSecrets(inner, member, folder)];
  });
  return Object.fromEntries(members);
}

function secretOf(written: unknown, folder: string): unknown {
  if (typeof written === 'string') return new Secret(written);
  if (!isMapping(written)) return written;
  const { env, file } = written;
  if (typeof env === 'string') return new Secret(async () => fromEnvironment(env));
  return typeof file === 'string' ? new Secret(() => fromFile(resolve(folder, file), file)) : written;
}

function fromEnvironment(name: string): string {
  const text = process.env[name];
  if (text === undefined || text === '') throw new LcdError('config', `the environment variable ${name} is not set`);
  return text;
}

async function fromFile(path: string, label: string): Promise<string> {
  let file: FileHandle | undefined;
  try {
    // Not blocking: it may be a FIFO that nobody writes to.
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const { bytesRead, buffer } = await file.read(Buffer.alloc(LONGEST), 0, LONGEST, null);
    return buffer.toString('utf8', 0, bytesRead).replace(/\r?\n$/, '');
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    const isForbidden = code === 'EACCES' || code === 'EPERM';
    throw new LcdError(isForbidden ? 'permission' : 'not-found', `${label}: cannot be read: ${code}`);
  } finally {
    await file?.close();
  }
}
