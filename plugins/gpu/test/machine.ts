import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder that is gone after the test. */
export function folder(): string {
  const root = mkdtempSync(join(tmpdir(), 'lcdflow-gpu-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

/** Writes files into a folder: `== path = its one line`, `== path -> where a link points`, `== path` and its lines. */
export function unpack(root: string, archive: string): void {
  for (const piece of archive.split(/^== /m).slice(1)) {
    const [, path, kind, rest = '', lines = ''] = /^(\S+)(?: (=|->) ?(.*))?\n([\s\S]*)$/.exec(piece)!;
    mkdirSync(dirname(join(root, path!)), { recursive: true });
    if (kind === '->') symlinkSync(rest, join(root, path!));
    else writeFileSync(join(root, path!), kind === '=' ? `${rest}\n` : lines);
  }
}

/** The root of a machine as in `test/machines`. */
export function machine(name: string): string {
  const root = folder();
  unpack(root, readFileSync(new URL(`machines/${name}.txt`, import.meta.url), 'utf8'));
  return root;
}
