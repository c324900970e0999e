import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FIXTURES = fileURLToPath(new URL('../../plugins/system/test/fixtures', import.meta.url));

/** A machine of the fixtures of the system plugin, which a test may change while a program reads it. */
export interface Machine {
  /** The folder that holds its /proc, /sys and /etc. */
  readonly root: string;
  /** Some time goes by: files of another fixture replace these. */
  becomes(fixture: string): void;
  remove(): void;
}

/** A copy of a fixture such as `laptop`. */
export function machineOf(fixture: string): Machine {
  const root = mkdtempSync(join(tmpdir(), 'lcdflow-machine-'));
  const becomes = (name: string) => cpSync(join(FIXTURES, name), root, { recursive: true });
  becomes(fixture);
  return { root, becomes, remove: () => rmSync(root, { recursive: true, force: true }) };
}
