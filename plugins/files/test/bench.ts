import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Source, SourceContext } from '@lcdflow/core';
import { sourceBench, type Watching, withDefaults } from '@lcdflow/testkit';
import { onTestFinished } from 'vitest';

/** An empty folder that is gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lcdflow-files-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A source with its default options beside these, on a clock that is moved by hand, a second with each tick. */
export function bench(source: Source, options: object) {
  const read = (context: SourceContext) => source.read(withDefaults(source.options, options) as never, context);
  const on = sourceBench(read, onTestFinished);
  return { ...on, watch: () => withText(on.watch()) };
}

const withText = (watching: Watching) => ({
  ...watching,
  /** The first of the next readings with this text. */
  text: (wanted: string | undefined) => watching.until(({ text }) => text === wanted),
});

/** Files, watchers and timers of this process that a source could forget. */
export function inUse() {
  const files = readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return [];
    }
  });
  return {
    files: files.filter((path) => path.includes('lcdflow-files-')),
    resources: process.getActiveResourcesInfo().filter((name) => /FSEvent|FSReq|Pipe|Timeout/.test(name)).length,
  };
}
