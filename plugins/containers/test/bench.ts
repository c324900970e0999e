import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Source } from '@lcdflow/core';
import { sourceBench, withDefaults } from '@lcdflow/testkit';
import { onTestFinished } from 'vitest';

/** An empty folder that is gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lcdflow-containers-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A source with its default options beside these, on a clock that is moved by hand, a second with each tick. */
export const bench = (source: Source, options: object) =>
  sourceBench((context) => source.read(withDefaults(source.options, options) as never, context), onTestFinished);
