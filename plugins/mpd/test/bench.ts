import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceBench } from '@lcdflow/testkit';
import { onTestFinished } from 'vitest';
import { mpd } from '../src/mpd.ts';

const DEFAULTS = { host: 'localhost', port: 6600, every: '1s', timeout: '5s' };

/** The options of `mpd` as it gets them. */
type MpdOptions = Parameters<typeof mpd.read>[0];

/** An empty folder that is gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lcdflow-mpd-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** The source on a clock that is moved by hand, a second with each tick. */
export const bench = (options: Partial<MpdOptions>) =>
  sourceBench((context) => mpd.read({ ...DEFAULTS, ...options }, context), onTestFinished);
