import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files of sysfs below one folder. Reading may ask hardware, so it waits for nobody. */
export interface Folder {
  below(path: string): Folder;
  exists(path: string): boolean;
  names(path: string): readonly string[];
  /** The last part of where a link points. */
  target(path: string): string | undefined;
  /** Without the blanks around; nothing when it cannot be read. */
  text(path: string): Promise<string | undefined>;
  /** A whole number times `unit`; nothing when it is none. */
  number(path: string, unit?: number): Promise<number | undefined>;
}

export function folderAt(root: string): Folder {
  const text = (path: string): Promise<string | undefined> =>
    readFile(join(root, path), 'utf8').then(
      (content) => content.trim(),
      () => undefined,
    );
  return {
    below: (path) => folderAt(join(root, path)),
    exists: (path) => existsSync(join(root, path)),
    names: (path) => {
      try {
        return readdirSync(join(root, path)).sort(byNumber);
      } catch {
        return [];
      }
    },
    target: (path) => {
      try {
        return readlinkSync(join(root, path)).split('/').at(-1);
      } catch {
        return undefined;
      }
    },
    text,
    number: async (path, unit = 1) => {
      const content = await text(path);
      return content !== undefined && /^-?\d{1,18}$/.test(content) ? Number(content) * unit : undefined;
    },
  };
}

const { compare: byNumber } = new Intl.Collator('en', { numeric: true });
